import type { OutputField } from "./definition";
import { valuesByKey } from "./values";

const DATE = /^\d{4}-\d\d-\d\d$/;
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)$/;

/** ISO 8601, with the zone where there is a time. */
export const isIsoDate = (value: unknown): boolean =>
  typeof value === "string" && (DATE.test(value) || INSTANT.test(value));

/** A whole text that is a date or an instant, in whatever form. */
const looksLikeDate = (text: string): boolean =>
  /^\d{4}-\d\d-\d\d([T ]\d\d:\d\d\S*)?$|^\d{1,2}[./]\d{1,2}[./]\d{2,4}\b|^\d{1,2} [A-Z][a-z]{2,8} \d{4}\b|^\/Date\(/.test(
    text,
  );

/** Dates of a record that Zapier would not read as such: of datetime fields, and texts that are dates. */
export const unreadableDates = (
  record: Record<string, unknown>,
  fields: readonly OutputField[],
): { key: string; value: unknown }[] =>
  [...valuesByKey(record)].flatMap(([key, values]) => {
    const isDate = fields.some(
      (field) => field.key === key && field.type === "datetime",
    );
    return values
      .filter(
        (value) =>
          typeof value === "string" &&
          value !== "" &&
          (isDate || looksLikeDate(value)) &&
          !isIsoDate(value),
      )
      .map((value) => ({ key, value }));
  });

/** What a record has against its fields: a required one is missing, or a value is of another type. */
export function misfits(
  record: Record<string, unknown>,
  fields: readonly OutputField[],
): { key: string; fix: string }[] {
  const values = valuesByKey(record);
  return fields.flatMap(({ key, type = "string", required }) => {
    const found = values.get(key) ?? [];
    if (required && found.length === 0)
      return { key, fix: `give ${key} a value, which is required` };
    const wrong = found.find((value) => !fits(type, value));
    return wrong === undefined
      ? []
      : {
          key,
          fix: `make ${key} a value of type ${type}, which ${JSON.stringify(wrong)} is not`,
        };
  });
}

/** Dates have a rule of their own. */
function fits(type: string, value: unknown): boolean {
  if (value === null || value === undefined) return true;
  switch (type) {
    case "number":
      return typeof value === "number";
    case "integer":
      return Number.isInteger(value);
    case "boolean":
      return typeof value === "boolean";
    default:
      return typeof value === "string";
  }
}
