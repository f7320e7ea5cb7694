import { parseExpression } from "./parseExpression";
import type { Dialect } from "./scope";
import type { Template } from "./syntax";

const parsed = {
  app: new Map<string, Template>(),
  mapper: new Map<string, Template>(),
};
const most = 20_000;

/**
 * Splits a text into plain parts and the expressions between `{{` and `}}`.
 * A text is parsed once and remembered: a template is not to be changed.
 * @throws ImlError when an expression cannot be read
 */
export function parseTemplate(text: string, dialect: Dialect): Template {
  const known = parsed[dialect].get(text);
  if (known) return known;
  const template = split(text, dialect);
  if (parsed[dialect].size >= most) parsed[dialect].clear();
  parsed[dialect].set(text, template);
  return template;
}

function split(text: string, dialect: Dialect): Template {
  const template: Template = { text, parts: [], variables: [], functions: [] };
  let from = 0;
  for (;;) {
    const open = text.indexOf("{{", from);
    const plain = text.slice(from, open < 0 ? undefined : open);
    if (plain) template.parts.push(plain);
    if (open < 0) return template;
    const found = parseExpression(text, open + 2, dialect);
    template.parts.push(found.expression);
    template.variables.push(...found.variables);
    template.functions.push(...found.functions);
    from = found.end;
  }
}
