import { Script } from "node:vm";

/** The functions that a JavaScript source calls as `iml.name`. */
export const calledIn = (source: string): string[] =>
  [
    ...source.matchAll(/\biml\s*(?:\.\s*(\w+)|\[\s*['"](\w+)['"]\s*\])/g),
  ].flatMap(([, dotted, quoted]) => dotted ?? quoted ?? []);

/**
 * Whether a source is one function of a name and nothing else. Make puts it into
 * parentheses and calls it, so it has to be a statement and an expression.
 */
export function isOneFunction(source: string, name: string): boolean {
  const code = withoutOuterComments(source);
  return (
    /^function\s+([\w$]+)\s*\(/.exec(code)?.[1] === name &&
    code.endsWith("}") &&
    compiles(code) &&
    compiles(`(${code}\n)`)
  );
}

/** The source from the first word to the last character of code. */
export function withoutOuterComments(source: string): string {
  const code = source
    .replace(/^(?:\s|\/\/[^\n]*(?:\n|$)|\/\*[\s\S]*?\*\/)+/, "")
    .trimEnd();
  const lastLine = code.lastIndexOf("\n") + 1;
  if (code.slice(lastLine).trimStart().startsWith("//"))
    return withoutOuterComments(code.slice(0, lastLine));
  if (code.endsWith("*/"))
    return withoutOuterComments(code.slice(0, code.lastIndexOf("/*")));
  return code;
}

function compiles(code: string): boolean {
  try {
    new Script(code);
    return true;
  } catch {
    return false;
  }
}
