import { NOT_APPROVED } from "../allocation/credit";
import { validation } from "../error/connectorError";
import type { StoredInvoice } from "../invoice/readInvoice";
import { compare, ZERO } from "../money/decimal";
import type { CreditNote } from "./creditNote";
import type { CreditStep } from "./planCreditNote";

/**
 * The credit note that an earlier run made: of the same total, or, where no amount is given and nothing is due any
 * more, the one that was set against the invoice. One that was set against other invoices only was made for those. Where
 * neither an amount nor a reference is given, one that is still open is taken up whatever is due by now.
 * @param found the contact's living credit notes of the same reference
 * @throws ConnectorError `validation` when the only one of that total is not approved
 */
export function earlierNote(
  found: readonly CreditNote[],
  invoice: StoredInvoice,
  step: Pick<CreditStep, "amount" | "reference" | "isAllocated">,
): CreditNote | undefined {
  const isSet = ({ allocations }: CreditNote) =>
    allocations.some(({ invoiceId }) => invoiceId === invoice.id);
  if (step.amount === undefined && invoice.amountDue === ZERO)
    return found.find(isSet);
  const amount = step.amount ?? invoice.amountDue;
  const own = [
    ...found.filter(isSet),
    ...found.filter(
      (note) =>
        !isSet(note) && (!step.isAllocated || note.allocations.length === 0),
    ),
  ];
  const equal = own.filter(({ total }) => compare(total, amount) === 0);
  const isApproved = ({ status }: CreditNote) => !NOT_APPROVED[status];
  const [waiting] = equal;
  if (!waiting) {
    return step.amount === undefined && step.reference === undefined
      ? own.find((note) => isApproved(note) && note.remaining !== ZERO)
      : undefined;
  }
  const approved = equal.find(isApproved);
  if (approved) return approved;
  throw validation(
    `Credit note ${waiting.number ?? waiting.id} with this reference and total ${NOT_APPROVED[waiting.status]}: approve or delete it in Xero, then run this step again.`,
  );
}
