import { validation } from "../error/connectorError";
import { text, type Input } from "./input";

/**
 * A whole number as the user wrote it; undefined where the field is empty.
 * @throws ConnectorError `validation` for anything else, and outside the bounds
 */
export function wholeNumberField(
  input: Input,
  key: string,
  label: string,
  [least, most]: readonly [number, number],
): number | undefined {
  const given = text(input, key);
  if (given === undefined) return undefined;
  const value = /^\d+(\.0+)?$/.test(given) ? Number(given) : NaN;
  if (value >= least && value <= most) return value;
  throw validation(
    `${label} is "${given.slice(0, 40)}". Use a whole number from ${least} to ${most}.`,
  );
}
