import {
  dateInZone,
  type CalendarDate,
  type Instant,
} from "../date/calendarDate";
import { validation } from "../error/connectorError";
import { decimalField } from "../input/decimalField";
import { dateField } from "../input/dateField";
import { choice, requiredText, type Input } from "../input/input";
import { compare, format, ZERO, type Decimal } from "../money/decimal";
import { CREDIT_TYPES, type CreditType } from "./credit";

/** Which credit a step wants set against which invoice. */
export interface AllocationStep {
  type: CreditType;
  /** An id, or the number of a credit note. */
  creditId: string;
  /** An id or a number. */
  invoiceId: string;
  /** Left out, as much as both allow. */
  amount?: Decimal;
  /** The day of the allocation. */
  date: CalendarDate;
}

/**
 * @param clock the present instant, and the account's time zone: the date is today there, if the step names none
 * @throws ConnectorError `validation` for fields that cannot be used
 */
export function readAllocationStep(
  input: Input,
  { now, timeZone }: { now: Instant; timeZone: string },
): AllocationStep {
  requiredText(input, "creditType", "Credit Type");
  return {
    type: choice(input, "creditType", CREDIT_TYPES, "credit_note"),
    creditId: requiredText(input, "creditId", "Credit"),
    invoiceId: requiredText(input, "invoiceId", "Invoice"),
    amount: positiveAmount(input),
    date:
      dateField(input, "date", "Date", timeZone) ?? dateInZone(now, timeZone),
  };
}

function positiveAmount(input: Input): Decimal | undefined {
  const amount = decimalField(input, "amount", "Amount", 2);
  if (amount === undefined || compare(amount, ZERO) > 0) return amount;
  throw validation(
    `Amount is ${format(amount)}. Use an amount above zero, or leave it empty to set as much against the invoice as both allow.`,
  );
}
