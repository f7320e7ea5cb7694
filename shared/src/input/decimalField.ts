import { validation } from "../error/connectorError";
import { parseDecimal, type Decimal } from "../money/decimal";
import { text, type Input } from "./input";

/**
 * A decimal number as the user wrote it; undefined where the field is empty.
 * @param decimals the most digits after the point
 * @throws ConnectorError `validation` for what is no number, or finer
 */
export function decimalField(
  input: Input,
  key: string,
  label: string,
  decimals: number,
): Decimal | undefined {
  const given = text(input, key);
  try {
    return given === undefined ? undefined : parseDecimal(given, decimals);
  } catch (cause) {
    throw validation(`${label} is not usable: ${(cause as Error).message}`);
  }
}
