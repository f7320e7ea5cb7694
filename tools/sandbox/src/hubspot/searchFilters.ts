import { compare, parseDecimal } from "./decimal";
import { invalid } from "./errors";
import { parseInstant } from "./instants";
import { isObject, text, texts } from "./requests";
import type { PropertyDefinition } from "./types";

const OPERATORS = [
  "LT",
  "LTE",
  "GT",
  "GTE",
  "EQ",
  "NEQ",
  "BETWEEN",
  "IN",
  "NOT_IN",
  "HAS_PROPERTY",
  "NOT_HAS_PROPERTY",
  "CONTAINS_TOKEN",
  "NOT_CONTAINS_TOKEN",
] as const;

export interface SearchFilter {
  propertyName: string;
  operator: (typeof OPERATORS)[number];
  value: string;
  highValue: string;
  values: string[];
}

export function readFilter(filter: unknown): SearchFilter {
  const given = isObject(filter) ? filter : {};
  const operator = OPERATORS.find((known) => known === given.operator);
  const propertyName = text(given.propertyName);
  const problem = (why: string) =>
    invalid(
      `Invalid input JSON on line 1, column 1: Cannot build Filter, ${why}`,
    );
  if (!operator || propertyName === undefined) {
    throw problem(
      "some of required attributes are not set [propertyName, operator]",
    );
  }
  const [value, highValue, values] = [
    text(given.value),
    text(given.highValue),
    texts(given.values),
  ];
  if (operator === "BETWEEN" && highValue === undefined) {
    throw problem("operator BETWEEN requires a highValue");
  }
  if (["IN", "NOT_IN"].includes(operator) && !values) {
    throw problem(`operator ${operator} requires values`);
  }
  const needsValue = !/IN$|HAS_PROPERTY$/.test(operator);
  if (needsValue && value === undefined) {
    throw problem(`operator ${operator} requires a value`);
  }
  return {
    propertyName,
    operator,
    value: value ?? "",
    highValue: highValue ?? "",
    values: values ?? [],
  };
}

/** Whether a property's value passes; a value that is not set passes NOT_HAS_PROPERTY and NOT_CONTAINS_TOKEN only. */
export function passes(
  filter: SearchFilter,
  definition: PropertyDefinition,
  stored: string | undefined,
): boolean {
  const { operator, value, highValue, values } = filter;
  if (operator === "HAS_PROPERTY") return stored !== undefined;
  if (operator === "NOT_HAS_PROPERTY") return stored === undefined;
  if (stored === undefined) return operator === "NOT_CONTAINS_TOKEN";
  const order = (other: string) => compareValues(definition, stored, other);
  switch (operator) {
    case "LT":
      return order(value) < 0;
    case "LTE":
      return order(value) <= 0;
    case "GT":
      return order(value) > 0;
    case "GTE":
      return order(value) >= 0;
    case "BETWEEN":
      return order(value) >= 0 && order(highValue) <= 0;
    case "EQ":
      return equals(definition, stored, value);
    case "NEQ":
      return !equals(definition, stored, value);
    case "IN":
      return values.some((one) => isListed(definition, stored, one));
    case "NOT_IN":
      return !values.some((one) => isListed(definition, stored, one));
    case "CONTAINS_TOKEN":
      return containsToken(stored, value);
    case "NOT_CONTAINS_TOKEN":
      return !containsToken(stored, value);
  }
}

/** Numbers and instants by size, text without case. */
export function compareValues(
  { type }: PropertyDefinition,
  a: string,
  b: string,
): number {
  if (type === "number") {
    const [left, right] = [parseDecimal(a), parseDecimal(b)];
    return left && right ? compare(left, right) : NaN;
  }
  if (type === "date" || type === "datetime") {
    return (parseInstant(a) ?? NaN) - (parseInstant(b) ?? NaN);
  }
  const [left, right] = [a.toLowerCase(), b.toLowerCase()];
  return left < right ? -1 : left > right ? 1 : 0;
}

function equals(
  definition: PropertyDefinition,
  stored: string,
  wanted: string,
): boolean {
  return isEnumeration(definition)
    ? stored.split(";").includes(wanted)
    : compareValues(definition, stored, wanted) === 0;
}

/** The index holds text in lower case, and the values of IN and NOT_IN are compared as they come. */
function isListed(
  definition: PropertyDefinition,
  stored: string,
  wanted: string,
): boolean {
  return definition.type === "string"
    ? stored.toLowerCase() === wanted
    : equals(definition, stored, wanted);
}

function isEnumeration({ type }: PropertyDefinition): boolean {
  return type === "enumeration" || type === "bool";
}

function containsToken(stored: string, wanted: string): boolean {
  const tokens = tokensOf(stored);
  return wanted
    .toLowerCase()
    .split(/\s+/)
    .filter(Boolean)
    .every((word) => {
      const pattern = new RegExp(
        `^${word.replace(/[.+?^${}()|[\]\\]/g, "\\$&").replaceAll("*", ".*")}$`,
      );
      return [...tokens, stored.toLowerCase()].some((token) =>
        pattern.test(token),
      );
    });
}

export function tokensOf(stored: string): string[] {
  return stored
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}
