import { queryParse } from "./errors";
import { readPostedDate } from "./wireDates";

export type Operator = "==" | "!=" | ">" | ">=" | "<" | "<=";

export type Expression =
  | { kind: "and" | "or"; left: Expression; right: Expression }
  | { kind: "compare"; operator: Operator; left: Operand; right: Operand }
  | { kind: "test"; operand: Operand };

export type Literal =
  | { type: "text" | "guid"; value: string }
  | { type: "number" | "date"; value: number }
  | { type: "boolean"; value: boolean }
  | { type: "null"; value: null };

export type Operand =
  | ({ kind: "literal" } & Literal)
  | { kind: "field"; path: string[]; calls: Call[] };

export interface Call {
  method: string;
  argument?: string;
}

interface Token {
  kind: "text" | "number" | "name" | "symbol";
  text: string;
}

/** Reads the filter language of `where`: a slice of .NET's dynamic LINQ. */
export function parseWhere(source: string): Expression {
  const tokens = tokenise(source);
  let place = 0;

  const peek = () => tokens[place];
  const isNext = (...texts: string[]) => {
    const token = peek();
    return (
      token !== undefined &&
      token.kind !== "text" &&
      texts.includes(token.text.toUpperCase())
    );
  };
  const take = (...texts: string[]) => {
    if (!isNext(...texts)) return undefined;
    return tokens[place++];
  };
  const expect = (text: string) => {
    if (!take(text)) throw queryParse(`'${text}' expected`);
  };

  function any(): Expression {
    let left = all();
    while (take("OR", "||")) left = { kind: "or", left, right: all() };
    return left;
  }

  function all(): Expression {
    let left = comparison();
    while (take("AND", "&&")) left = { kind: "and", left, right: comparison() };
    return left;
  }

  function comparison(): Expression {
    if (take("(")) {
      const inner = any();
      expect(")");
      return inner;
    }
    const left = operand();
    const operator = take("==", "=", "!=", ">", ">=", "<", "<=")?.text;
    if (!operator) return { kind: "test", operand: left };
    return {
      kind: "compare",
      operator: (operator === "=" ? "==" : operator) as Operator,
      left,
      right: operand(),
    };
  }

  function operand(): Operand {
    const token = tokens[place++];
    if (!token || token.kind === "symbol")
      throw queryParse("Expression expected");
    if (token.kind === "text")
      return { kind: "literal", type: "text", value: token.text };
    if (token.kind === "number")
      return { kind: "literal", type: "number", value: Number(token.text) };
    switch (token.text.toLowerCase()) {
      case "true":
      case "false":
        return {
          kind: "literal",
          type: "boolean",
          value: token.text.toLowerCase() === "true",
        };
      case "null":
        return { kind: "literal", type: "null", value: null };
      case "guid":
        return {
          kind: "literal",
          type: "guid",
          value: textArgument().toLowerCase(),
        };
      case "datetime":
        return { kind: "literal", type: "date", value: dateArguments() };
    }
    return field(token.text);
  }

  function textArgument(): string {
    expect("(");
    const token = tokens[place++];
    if (token?.kind !== "text") throw queryParse("String literal expected");
    expect(")");
    return token.text;
  }

  function dateArguments(): number {
    if (take(".")) {
      // DateTime.Parse("2026-11-01") is accepted as well.
      if (!take("PARSE")) throw queryParse("Identifier expected");
      const date = readPostedDate(textArgument());
      if (date === undefined)
        throw queryParse("String was not recognized as a valid DateTime.");
      return Date.parse(date);
    }
    expect("(");
    const parts: number[] = [];
    do {
      const token = tokens[place++];
      if (token?.kind !== "number") throw queryParse("Number expected");
      parts.push(Number(token.text));
    } while (take(","));
    expect(")");
    const [year = 0, month = 0, day = 0, ...time] = parts;
    if (parts.length < 3)
      throw queryParse("No matching constructor in type 'DateTime'");
    return Date.UTC(year, month - 1, day, ...time);
  }

  function field(first: string): Operand {
    const path = [first];
    const calls: Call[] = [];
    while (take(".")) {
      const name = tokens[place++];
      if (name?.kind !== "name") throw queryParse("Identifier expected");
      if (!take("(")) {
        path.push(name.text);
        continue;
      }
      const argument = peek()?.kind === "text" ? tokens[place++] : undefined;
      expect(")");
      calls.push({ method: name.text, argument: argument?.text });
    }
    return { kind: "field", path, calls };
  }

  const expression = any();
  if (peek()) throw queryParse("Syntax error");
  return expression;
}

function tokenise(source: string): Token[] {
  const pattern =
    /\s*(?:"((?:[^"]|"")*)"|(-?\d+(?:\.\d+)?)|([A-Za-z_]\w*)|(==|!=|>=|<=|&&|\|\||[=<>().,]))/y;
  const tokens: Token[] = [];
  const text = source.trimEnd();
  while (pattern.lastIndex < text.length) {
    const start = pattern.lastIndex;
    const match = pattern.exec(text);
    if (!match) throw queryParse(`Syntax error at index ${start}`);
    const [, quoted, number, name, symbol] = match;
    if (quoted !== undefined)
      tokens.push({ kind: "text", text: quoted.replaceAll('""', '"') });
    else if (number !== undefined)
      tokens.push({ kind: "number", text: number });
    else if (name !== undefined) tokens.push({ kind: "name", text: name });
    else tokens.push({ kind: "symbol", text: symbol! });
  }
  return tokens;
}
