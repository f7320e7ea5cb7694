import { parseDecimal } from "./decimal";
import { formatInstant, parseInstant, timeOfDay } from "./instants";
import type { Portal, PropertyDefinition } from "./types";

export type CheckedValue =
  { value: string } | { message: string; error: string };

const LONGEST_STRING = 65_536;

/** The value as HubSpot stores it, or why it refuses it. `""` clears, so it is always good. */
export function checkValue(
  portal: Portal,
  definition: PropertyDefinition,
  raw: unknown,
  current: string | undefined,
): CheckedValue {
  const text = raw === null || raw === undefined ? "" : String(raw);
  if (text === "") return { value: "" };
  switch (definition.type) {
    case "number":
      return parseDecimal(text)
        ? { value: text.trim() }
        : refuse(`${text} was not a valid number.`, "INVALID_INTEGER");
    case "date":
      return checkDate(text);
    case "datetime":
      return checkInstant(text);
    case "bool":
    case "enumeration":
      return checkOptions(portal, definition, text, current);
    default:
      return checkString(definition, text);
  }
}

function refuse(message: string, error: string): CheckedValue {
  return { message, error };
}

function checkDate(text: string): CheckedValue {
  const instant = parseInstant(text);
  if (instant === undefined) {
    return refuse(`${text} was not a valid long.`, "INVALID_LONG");
  }
  const time = timeOfDay(instant);
  return time
    ? refuse(`${text} is at ${time} UTC, not midnight!`, "INVALID_DATE")
    : { value: new Date(instant).toISOString().slice(0, 10) };
}

function checkInstant(text: string): CheckedValue {
  const instant = parseInstant(text);
  return instant === undefined
    ? refuse(`${text} was not a valid long.`, "INVALID_LONG")
    : { value: formatInstant(instant) };
}

function checkString(
  definition: PropertyDefinition,
  text: string,
): CheckedValue {
  if (text.length > LONGEST_STRING) {
    return refuse(
      `The value is longer than ${LONGEST_STRING} characters.`,
      "INVALID_STRING_LENGTH",
    );
  }
  if (definition.name !== "email" || !definition.hubspotDefined) {
    return { value: text };
  }
  return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text)
    ? { value: text.toLowerCase() }
    : refuse(`Email address ${text} is invalid`, "INVALID_EMAIL");
}

/** Several values stand in one text, apart by semicolons; one in front adds to those that are there. */
function checkOptions(
  portal: Portal,
  definition: PropertyDefinition,
  text: string,
  current: string | undefined,
): CheckedValue {
  const several = definition.fieldType === "checkbox";
  const given = several ? text.split(";").filter(Boolean) : [text];
  const allowed = allowedValues(portal, definition);
  const wrong = given.find((value) => allowed && !allowed.includes(value));
  if (wrong !== undefined) {
    return refuse(
      `${wrong} was not one of the allowed options: [${allowed?.join(", ")}]`,
      "INVALID_OPTION",
    );
  }
  const kept =
    several && text.startsWith(";") ? (current?.split(";") ?? []) : [];
  return { value: [...new Set([...kept, ...given])].join(";") };
}

/** Undefined when any value goes. */
function allowedValues(
  portal: Portal,
  definition: PropertyDefinition,
): string[] | undefined {
  const { state } = portal;
  if (!definition.externalOptions) {
    return definition.options.map(({ value }) => value);
  }
  switch (definition.name) {
    case "hubspot_owner_id":
      return state.owners.map(({ id }) => id);
    case "pipeline":
      return state.pipelines.map(({ id }) => id);
    case "hs_tax_rate_group_id":
      return state.taxRates.map(({ id }) => id);
    case "deal_currency_code":
    case "hs_line_item_currency_code":
    case "hs_currency":
      return [
        state.account.companyCurrency,
        ...state.account.additionalCurrencies,
      ];
    default:
      return undefined;
  }
}
