/**
 * What a user entered, as a communication sees it in `parameters`.
 *
 * Inferred, because Make documents no answer:
 * - A declared default stands in for a parameter that was not given.
 * - Null means that the user erased the value: a list becomes an empty one.
 * - Texts are converted where the type is a number, a boolean or a date; what cannot be converted is an error.
 * - What is not declared is left out and named, unless an RPC declares parameters.
 */
import { MakeError } from "../MakeError";
import { convert } from "./convert";
import {
  nestedOf,
  readDeclared,
  staticOptions,
  type Declared,
} from "./declared";

type Values = Record<string, unknown>;

export interface Processed {
  parameters: Values;
  /** Names that were given and are not declared. */
  ignored: string[];
}

/**
 * @param sections parameter lists, as in static and mappable params
 * @throws MakeError naming what is missing or unfit
 */
export function processParameters(
  sections: unknown[],
  given: Values,
): Processed {
  const problems: string[] = [];
  const parameters = processAll(sections, given, "", problems);
  if (problems.length > 0) {
    throw new MakeError("BundleValidationError", problems.join(" "));
  }
  const ignored = Object.keys(given).filter(
    (name) => !Object.hasOwn(parameters.seen, name),
  );
  return { parameters: parameters.values, ignored };
}

/** `seen` are the names that a declaration spoke of. */
function processAll(
  sections: unknown[],
  given: Values,
  place: string,
  problems: string[],
): { values: Values; seen: Values } {
  const values: Values = {};
  const seen: Values = {};
  let isOpen = false;
  const process = (section: unknown): void => {
    const { declared, isDynamic } = readDeclared(section);
    isOpen ||= isDynamic;
    for (const parameter of declared) {
      const { name, type } = parameter;
      if (!name || type === "banner") continue;
      seen[name] = true;
      const value = processOne(
        parameter,
        Object.hasOwn(given, name) ? given[name] : undefined,
        place ? `${place}.${name}` : name,
        problems,
      );
      if (value !== undefined) values[name] = value;
      for (const nested of nestedOf(parameter, value)) process(nested);
    }
  };
  for (const section of sections) process(section);
  if (isOpen) {
    for (const [name, value] of Object.entries(given)) {
      if (Object.hasOwn(seen, name)) continue;
      seen[name] = true;
      if (value !== "" && value !== undefined) values[name] = value;
    }
  }
  return { values, seen };
}

function processOne(
  parameter: Declared,
  given: unknown,
  place: string,
  problems: string[],
): unknown {
  const value = given === undefined ? defaultOf(parameter) : given;
  const { type, required, multiple } = parameter;
  const isList = type === "array" || multiple === true;
  if (type === "collection") {
    if (required && (value === undefined || value === null))
      problems.push(missing(place));
    return value === null
      ? null
      : processCollection(parameter, value, place, problems);
  }
  if (value === undefined || value === "" || value === null) {
    if (required) problems.push(missing(place));
    if (value === null) return isList ? [] : null;
    return undefined;
  }
  if (!isList) return checked(parameter, value, place, problems);
  const list: unknown[] = Array.isArray(value) ? value : [value];
  if (required && list.length === 0) problems.push(missing(place));
  return list.map((element, index) =>
    processElement(parameter, element, `${place}[${index + 1}]`, problems),
  );
}

function processElement(
  parameter: Declared,
  element: unknown,
  place: string,
  problems: string[],
): unknown {
  if (parameter.type !== "array")
    return checked(parameter, element, place, problems);
  const { spec } = parameter;
  if (Array.isArray(spec)) {
    const fields = { ...parameter, type: "collection", default: undefined };
    return processCollection(fields, element, place, problems);
  }
  if (typeof spec !== "object") return element;
  return processOne({ ...spec, name: undefined }, element, place, problems);
}

function processCollection(
  { spec }: Declared,
  value: unknown,
  place: string,
  problems: string[],
): unknown {
  const given = value ?? {};
  if (typeof given !== "object" || Array.isArray(given)) {
    problems.push(`"${place}" must be a collection.`);
    return undefined;
  }
  if (spec === undefined) return given;
  return processAll([spec], given as Values, place, problems).values;
}

function checked(
  parameter: Declared,
  value: unknown,
  place: string,
  problems: string[],
): unknown {
  try {
    return convert(parameter, value);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    problems.push(`"${place}" ${why}.`);
    return undefined;
  }
}

function defaultOf(parameter: Declared): unknown {
  if (parameter.default !== undefined) return parameter.default;
  if (parameter.type !== "select") return undefined;
  const chosen = staticOptions(parameter)?.filter((option) => option.default);
  if (!chosen?.length) return undefined;
  const values = chosen.map(({ value }) => value);
  return parameter.multiple ? values : values[0];
}

const missing = (place: string): string =>
  `The required parameter "${place}" is missing.`;
