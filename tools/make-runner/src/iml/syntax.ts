/** An expression, parsed. `at` is the offset in the template. */
export type Expression =
  | { kind: "literal"; value: string | number | boolean | null | undefined }
  | { kind: "keyword"; name: Keyword }
  | { kind: "regex"; source: string; flags: string }
  | { kind: "path"; head: string; keys: PathKey[]; at: number }
  | { kind: "call"; name: string; args: Expression[]; at: number }
  | { kind: "unary"; operator: UnaryOperator; operand: Expression }
  | {
      kind: "binary";
      operator: BinaryOperator;
      left: Expression;
      right: Expression;
    };

/** A key of a collection, or the 1-based index of an array. */
export type PathKey = string | number;

export type UnaryOperator = "!" | "-" | "+";

/** `=` and `===` are read as `==`, `!==` as `!=`, the mapper's `&` and `|` as `&&` and `||`. */
export type BinaryOperator =
  | "||"
  | "&&"
  | "=="
  | "!="
  | "<"
  | "<="
  | ">"
  | ">="
  | "+"
  | "-"
  | "*"
  | "/"
  | "%";

/** A word whose value is made anew each time. */
export type Keyword = "now" | "uuid" | "emptyarray" | "timestamp" | "random";

/** A template: texts and expressions in turn, and what the expressions name. */
export interface Template {
  text: string;
  parts: (string | Expression)[];
  /** Paths as they are written. */
  variables: string[];
  functions: string[];
}
