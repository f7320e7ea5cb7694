import type { Field } from "@hubspot-xero/shared/catalog/field";

export type Data = Record<string, unknown>;

/** What an output has at a path: `field`, `record__field`, or the list of all `lines[]field`. */
export function valueAt(output: Data, path: string): unknown {
  const [lines = "", ofLine] = path.split("[]");
  if (ofLine !== undefined) {
    const rows = (output[lines] ?? []) as Data[];
    return rows.map((row) => row[ofLine]);
  }
  if (path in output) return output[path];
  const [record = "", field] = path.split(/__(.*)/);
  return field === undefined
    ? undefined
    : (output[record] as Data | undefined)?.[field];
}

/** A value inside a text. */
export function words(value: unknown): string {
  if (Array.isArray(value)) return value.map(words).join(",");
  return value === undefined || value === null ? "" : String(value);
}

/** A text as a field takes it; nothing where it is empty. */
export function cast(field: Field, text: string | undefined): unknown {
  if (!text) return undefined;
  switch (field.type) {
    case "boolean":
      return text.toLowerCase() === "true";
    case "integer":
    case "number":
      return Number(text);
    default:
      return text;
  }
}
