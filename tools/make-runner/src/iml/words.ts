import type { Dialect } from "./scope";
import type { Expression } from "./syntax";

const literal = (value: string | number | boolean | null | undefined) =>
  ({ kind: "literal", value }) as const;

const appWords = new Map<string, Expression>([
  ["true", literal(true)],
  ["false", literal(false)],
  ["null", literal(null)],
  ["undefined", literal(undefined)],
  ["emptystring", literal("")],
  ["emptyarray", { kind: "keyword", name: "emptyarray" }],
  ["now", { kind: "keyword", name: "now" }],
  ["uuid", { kind: "keyword", name: "uuid" }],
]);

const mapperWords = new Map<string, Expression>([
  ...appWords,
  ["space", literal(" ")],
  ["nbsp", literal("\u00a0")],
  ["newline", literal("\n")],
  ["carriagereturn", literal("\r")],
  ["tab", literal("\t")],
  ["pi", literal(Math.PI)],
  ["timestamp", { kind: "keyword", name: "timestamp" }],
  ["random", { kind: "keyword", name: "random" }],
  // Inferred: the pill "erase" is null and "ignore" leaves the field out.
  ["erase", literal(null)],
  ["ignore", literal(undefined)],
]);

/** What a word stands for that is no variable; undefined for any other word. */
export function wordOf(name: string, dialect: Dialect): Expression | undefined {
  return (dialect === "app" ? appWords : mapperWords).get(name);
}
