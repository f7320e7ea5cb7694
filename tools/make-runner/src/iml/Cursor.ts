import { ImlError } from "./ImlError";
import { Lexer, type Token } from "./Lexer";
import type { Dialect } from "./scope";

/** The tokens of one expression, one in hand. */
export class Cursor {
  /** Where the token before the one in hand ends. */
  lastEnd: number;
  private current: Token;
  private readonly lexer: Lexer;

  constructor(
    readonly text: string,
    start: number,
    readonly dialect: Dialect,
  ) {
    this.lexer = new Lexer(text, start, dialect);
    this.current = this.lexer.next(true);
    this.lastEnd = start;
  }

  get token(): Token {
    return this.current;
  }

  /** @param operand whether an operand may come next */
  advance(operand: boolean): void {
    this.lastEnd = this.current.end;
    if (this.current.kind !== "close") this.current = this.lexer.next(operand);
  }

  at(symbol: string): boolean {
    return this.current.kind === "symbol" && this.current.value === symbol;
  }

  expect(symbol: string): void {
    if (!this.at(symbol)) throw this.unexpected(symbol);
    this.advance(false);
  }

  unexpected(wanted?: string): ImlError {
    const found = this.text.slice(this.current.at, this.current.end);
    return this.error(
      wanted
        ? `"${wanted}" is expected and "${found}" found`
        : `"${found}" is not expected`,
    );
  }

  error(problem: string): ImlError {
    return new ImlError(problem, this.text, this.current.at);
  }
}
