import { validation } from "../error/connectorError";
import { parseDecimal, type Decimal } from "../money/decimal";
import { text, type Input } from "./input";

/**
 * An amount of money as the user wrote it; undefined where the field is empty.
 * @throws ConnectorError `validation` for what is no amount, or finer than cents
 */
export function amountField(
  input: Input,
  key: string,
  label: string,
): Decimal | undefined {
  const given = text(input, key);
  try {
    return given === undefined ? undefined : parseDecimal(given, 2);
  } catch (cause) {
    throw validation(`${label} is not usable: ${(cause as Error).message}`);
  }
}
