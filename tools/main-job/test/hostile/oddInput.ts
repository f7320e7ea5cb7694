import type { Field } from "@hubspot-xero/shared/catalog/field";
import fc from "fast-check";

export interface InputChange {
  /** Which field of the step, counted round; those of rows too. */
  field: number;
  value: unknown;
}

const ODD: unknown[] = [
  null,
  true,
  0,
  -1,
  1e300,
  "",
  "   ",
  "odd text",
  "-1",
  "1e5",
  "9".repeat(40),
  "x".repeat(20_000),
  `O'Brien "and" \\ Söhne`,
  "🧾 逆さ ‮",
  "a\u0000b",
  "a\r\nX-Header: b",
  "../../Contacts",
  "2026-02-30",
  "<b>bold</b>",
  "__proto__",
  "constructor",
  [],
  [null],
  [[]],
  ["a", "a"],
  {},
  { odd: "object" },
  JSON.parse('{"__proto__":{"polluted":true}}'),
  [JSON.parse('{"__proto__":{"polluted":true}}')],
];

export const inputChange: fc.Arbitrary<InputChange> = fc.record(
  { field: fc.nat(999), value: fc.constantFrom(...ODD) },
  { noNullPrototype: true },
);

/** The step's input with an odd value in one field, or in that field of its first row. */
export function withChange(
  input: Record<string, unknown>,
  fields: readonly Field[],
  { field, value }: InputChange,
): Record<string, unknown> {
  const places = fields.flatMap(({ key, children = [] }) => [
    { key },
    ...children.map((child) => ({ key, child: child.key })),
  ]);
  const place = places[field % places.length];
  if (!place) return input;
  if (!("child" in place)) return { ...input, [place.key]: value };
  const [row, ...rest] = [input[place.key]].flat();
  const odd = { ...(row as object | undefined), [place.child]: value };
  return { ...input, [place.key]: [odd, ...rest] };
}
