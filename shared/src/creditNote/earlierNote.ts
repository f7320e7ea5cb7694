import { validation } from "../error/connectorError";
import type { StoredInvoice } from "../invoice/readInvoice";
import { compare, ZERO, type Decimal } from "../money/decimal";
import type { CreditNote } from "./creditNote";

/** Notes in these states cannot be set against anything. */
const NOT_APPROVED: Record<string, string> = {
  DRAFT: "is a draft",
  SUBMITTED: "waits for approval",
};

/**
 * The credit note that an earlier run made: of the same total, or, where no amount is given and nothing is due any
 * more, the one that was set against the invoice.
 * @param found the contact's living credit notes of the same reference
 * @throws ConnectorError `validation` when the only one of that total is not approved
 */
export function earlierNote(
  found: readonly CreditNote[],
  invoice: StoredInvoice,
  given: Decimal | undefined,
): CreditNote | undefined {
  if (given === undefined && invoice.amountDue === ZERO) {
    return found.find(({ allocations }) =>
      allocations.some(({ invoiceId }) => invoiceId === invoice.id),
    );
  }
  const amount = given ?? invoice.amountDue;
  const equal = found.filter(({ total }) => compare(total, amount) === 0);
  const approved = equal.find(({ status }) => !NOT_APPROVED[status]);
  const [waiting] = equal;
  if (approved || !waiting) return approved;
  throw validation(
    `Credit note ${waiting.number ?? waiting.id} with this reference and total ${NOT_APPROVED[waiting.status]}: approve or delete it in Xero, then run this step again.`,
  );
}
