import { Cursor } from "./Cursor";
import type { Token } from "./Lexer";
import { parsePath } from "./parsePath";
import type { Dialect } from "./scope";
import type { BinaryOperator, Expression } from "./syntax";
import { wordOf } from "./words";

/** How tightly an operator binds, and what it is read as. */
const binaries = new Map<string, [power: number, read: BinaryOperator]>([
  ["||", [1, "||"]],
  ["|", [1, "||"]],
  ["&&", [2, "&&"]],
  ["&", [2, "&&"]],
  ["=", [3, "=="]],
  ["==", [3, "=="]],
  ["===", [3, "=="]],
  ["!=", [3, "!="]],
  ["!==", [3, "!="]],
  ["<", [4, "<"]],
  ["<=", [4, "<="]],
  [">", [4, ">"]],
  [">=", [4, ">="]],
  ["+", [5, "+"]],
  ["-", [5, "-"]],
  ["*", [6, "*"]],
  ["/", [6, "/"]],
  ["%", [6, "%"]],
]);
const deepest = 200;

/** What a parse leaves: the expression, where it ends, and the names in it. */
export interface Parsed {
  expression: Expression;
  end: number;
  variables: string[];
  functions: string[];
}

/**
 * Parses the expression that starts at `start`, behind the opening braces.
 * @throws ImlError
 */
export function parseExpression(
  text: string,
  start: number,
  dialect: Dialect,
): Parsed {
  return new Parser(new Cursor(text, start, dialect)).parse();
}

class Parser {
  private readonly variables: string[] = [];
  private readonly functions: string[] = [];
  private depth = 0;

  constructor(private readonly cursor: Cursor) {}

  parse(): Parsed {
    const { cursor, variables, functions } = this;
    const expression = this.binary(0);
    const { kind, end } = cursor.token;
    if (kind !== "close") throw cursor.unexpected();
    return { expression, end, variables, functions };
  }

  private binary(power: number): Expression {
    let left = this.unary();
    for (;;) {
      const { token } = this.cursor;
      const found = token.kind === "symbol" && binaries.get(token.value);
      if (!found || found[0] <= power) return left;
      this.cursor.advance(true);
      const right = this.binary(found[0]);
      left = { kind: "binary", operator: found[1], left, right };
    }
  }

  private unary(): Expression {
    if (this.depth >= deepest) throw this.cursor.error("Too deeply nested");
    this.depth++;
    const operator = (["!", "-", "+"] as const).find((o) => this.cursor.at(o));
    if (operator) this.cursor.advance(true);
    const operand = operator ? this.unary() : this.primary();
    this.depth--;
    return operator ? { kind: "unary", operator, operand } : operand;
  }

  private primary(): Expression {
    const { cursor } = this;
    const { token } = cursor;
    switch (token.kind) {
      case "number":
      case "string":
        cursor.advance(false);
        return { kind: "literal", value: token.value };
      case "name":
        return this.named(token);
      case "regex":
        throw cursor.error(
          "A regular expression can only be the 2nd argument of replace",
        );
      case "symbol": {
        if (token.value !== "(") throw cursor.unexpected();
        cursor.advance(true);
        const inner = this.binary(0);
        cursor.expect(")");
        return inner;
      }
      case "close":
        throw cursor.error("A value is missing");
    }
  }

  private named(token: Token & { kind: "name" }): Expression {
    const { cursor } = this;
    cursor.advance(false);
    const word = !token.quoted && wordOf(token.value, cursor.dialect);
    const called = !token.quoted && cursor.at("(");
    if (called) return word ? this.calledWord(word) : this.call(token);
    if (word) return word;
    const { path, written } = parsePath(cursor, token);
    this.variables.push(written);
    return path;
  }

  /** `now()` and `uuid()` are `now` and `uuid`. */
  private calledWord(word: Expression): Expression {
    if (word.kind !== "keyword") throw this.cursor.unexpected();
    this.cursor.advance(true);
    this.cursor.expect(")");
    return word;
  }

  private call({ value: name, at }: Token & { kind: "name" }): Expression {
    const { cursor } = this;
    const separator = cursor.dialect === "app" ? "," : ";";
    this.functions.push(name);
    const args: Expression[] = [];
    cursor.advance(true);
    if (!cursor.at(")")) {
      args.push(this.argument(name, 0));
      while (cursor.at(separator)) {
        cursor.advance(true);
        args.push(this.argument(name, args.length));
      }
    }
    cursor.expect(")");
    if (cursor.at(".") || cursor.at("[")) {
      throw cursor.error("A property of a result is read with get(...)");
    }
    return { kind: "call", name, args, at };
  }

  private argument(name: string, index: number): Expression {
    const { token } = this.cursor;
    if (token.kind !== "regex" || name !== "replace" || index !== 1) {
      return this.binary(0);
    }
    const { source, flags } = token;
    try {
      new RegExp(source, flags);
    } catch (cause) {
      throw this.cursor.error((cause as Error).message);
    }
    this.cursor.advance(false);
    return { kind: "regex", source, flags };
  }
}
