import type { OutputField } from "../../src/catalog/field";

const snake = (key: string) =>
  key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** `line_items.unit_price`, ... of a record, in snake case; of a list its first row counts. */
export function keysOf(record: object, prefix = ""): string[] {
  return Object.entries(record).flatMap(([key, value]) => {
    const name = `${prefix}${snake(key)}`;
    const row: unknown = Array.isArray(value) ? value[0] : value;
    const inner = typeof row === "object" && row ? keysOf(row, `${name}.`) : [];
    return [name, ...inner];
  });
}

/** The same of an operation's output fields. */
export function declared(
  fields: readonly OutputField[],
  prefix = "",
): string[] {
  return fields.flatMap(({ key, children = [] }) => [
    `${prefix}${key}`,
    ...declared(children, `${prefix}${key}.`),
  ]);
}
