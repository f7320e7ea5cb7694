import { ImlError } from "./ImlError";
import type { Dialect } from "./scope";

export type Token = { at: number; end: number } & (
  | { kind: "number"; value: number }
  | { kind: "string"; value: string }
  /** A bare word, a key in backticks (`quoted`), or in the mapper the id of a module. */
  | { kind: "name"; value: string; quoted: boolean }
  | { kind: "regex"; source: string; flags: string }
  | { kind: "symbol"; value: string }
  | { kind: "close" }
);

const symbols = {
  app: /===|!==|==|!=|<=|>=|&&|\|\||[-+*/%=<>!()[\],.]/y,
  mapper: /===|!==|==|!=|<=|>=|&&|\|\||[-+*/%=<>!()[\];.&|]/y,
};
const spaces = /\s*/y;
const word = /[\p{L}_$][\p{L}\p{N}_$]*/uy;
const number = /\d+(?:\.\d+)?/y;
const moduleId = /\d+(?=\.[\p{L}_$`])/uy;
const regex = /\/((?:[^\\/[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+)\/([a-z]*)/y;

/** Reads the tokens of one expression, up to its closing braces. */
export class Lexer {
  private position: number;

  constructor(
    private readonly text: string,
    start: number,
    private readonly dialect: Dialect,
  ) {
    this.position = start;
  }

  /** @param operand whether an operand may come next, so that `/` opens a regex */
  next(operand: boolean): Token {
    this.match(spaces);
    const at = this.position;
    const first = this.text[at];
    if (first === undefined) throw this.error('"}}" is missing', at);
    if (this.text.startsWith("}}", at)) {
      this.position += 2;
      return { kind: "close", at, end: this.position };
    }
    const token = this.read(first, operand);
    return { ...token, at, end: this.position };
  }

  private read(first: string, operand: boolean) {
    if (first === "'" || first === '"') {
      const value = this.quoted(first);
      return { kind: "string", value } as const;
    }
    if (first === "`") {
      const value = this.quoted(first);
      return { kind: "name", value, quoted: true } as const;
    }
    const id = this.dialect === "mapper" && operand && this.match(moduleId);
    const name = id || this.match(word);
    if (name) return { kind: "name", value: name[0], quoted: false } as const;
    const digits = this.match(number);
    if (digits) return { kind: "number", value: Number(digits[0]) } as const;
    const pattern = operand && this.match(regex);
    if (pattern) {
      const [, source = "", flags = ""] = pattern;
      return { kind: "regex", source, flags } as const;
    }
    const symbol = this.match(symbols[this.dialect]);
    if (symbol) return { kind: "symbol", value: symbol[0] } as const;
    throw this.error(unreadable(first, this.dialect), this.position);
  }

  /** Inferred: a backslash escapes the quote and itself, and stands for itself elsewhere. */
  private quoted(quote: string): string {
    const start = this.position;
    let value = "";
    for (let at = start + 1; at < this.text.length; at++) {
      let char = this.text[at] ?? "";
      if (char === quote) {
        this.position = at + 1;
        return value;
      }
      const after = this.text[at + 1];
      if (char === "\\" && (after === quote || after === "\\")) {
        char = after;
        at++;
      }
      value += char;
    }
    throw this.error(`${quote} is not closed`, start);
  }

  private match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.position;
    const found = pattern.exec(this.text);
    if (found) this.position += found[0].length;
    return found;
  }

  private error(problem: string, at: number): ImlError {
    return new ImlError(problem, this.text, at);
  }
}

function unreadable(char: string, dialect: Dialect): string {
  if (char === "?" || char === ":") {
    return "IML has no ternary operator; write if(condition, a, b)";
  }
  if (char === "," || char === ";") {
    return dialect === "app"
      ? "Arguments are separated by a comma in app code"
      : "Arguments are separated by a semicolon in the mapper";
  }
  if (char === "{" || char === "}") return "IML has no object literals";
  return `"${char}" is not expected`;
}
