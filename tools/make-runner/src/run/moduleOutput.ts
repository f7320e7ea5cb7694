import type { Outcome } from "./communication/communicate";
import { MakeError } from "./MakeError";

/**
 * The one bundle of an action.
 * Inferred: no output is an empty bundle, so that the flow goes on; a single value is refused like a list.
 */
export function actionBundle(output: unknown): Record<string, unknown> {
  if (output === undefined || output === null) return {};
  if (isCollection(output)) return output;
  throw new MakeError(
    "RuntimeError",
    `Invalid module output. Expected Object, but found ${typeName(output)}.`,
  );
}

/** The bundles of a search. Inferred: a list that was not iterated is one bundle an element. */
export function searchBundles({ output, items }: Outcome): unknown[] {
  if (items) return items;
  if (output === undefined || output === null) return [];
  return Array.isArray(output) ? output : [output];
}

/** A choice as a select shows it. */
export interface Choice {
  label: unknown;
  value: unknown;
}

/** @throws MakeError when an RPC's answer is no list of choices with a label and a value */
export function asChoices(answer: unknown, rpc: string): Choice[] {
  if (!Array.isArray(answer)) {
    throw new MakeError(
      "DataError",
      `RPC "${rpc}" gives no list of options but ${typeName(answer)}.`,
    );
  }
  return answer.map((option: unknown, index) => {
    const { label, value } = isCollection(option) ? option : {};
    if (value !== undefined && value !== null && label !== undefined)
      return option as Choice;
    throw new MakeError(
      "DataError",
      `RPC "${rpc}": option ${index + 1} has no label or no value.`,
    );
  });
}

function isCollection(value: unknown): value is Record<string, unknown> {
  return (
    typeof value === "object" &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof Date) &&
    !(value instanceof Uint8Array)
  );
}

function typeName(value: unknown): string {
  if (value === undefined) return "Undefined";
  return Object.prototype.toString.call(value).slice(8, -1);
}
