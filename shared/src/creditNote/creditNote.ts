import { isSalesCredit, readCredit, type Credit } from "../allocation/credit";
import type { Decimal } from "../money/decimal";
import { readAmount } from "../xero/readAmount";
import type { XeroCreditNote } from "../xero/wire";

/** A sales credit note, with what it was set against. Amounts are in its currency. */
export interface CreditNote extends Credit {
  reference?: string;
  lines: { description?: string; lineAmount: Decimal; taxAmount: Decimal }[];
}

/** True for a credit note to a customer that counts: neither waiting for approval nor voided. */
export function isApprovedNote(wire: XeroCreditNote): boolean {
  const { Status } = wire;
  return (
    isSalesCredit("credit_note", wire) &&
    (Status === "AUTHORISED" || Status === "PAID")
  );
}

export function readCreditNote(wire: XeroCreditNote): CreditNote {
  return {
    ...readCredit("credit_note", wire),
    reference: wire.Reference || undefined,
    lines: (wire.LineItems ?? []).map((line) => ({
      description: line.Description,
      lineAmount: readAmount(line.LineAmount),
      taxAmount: readAmount(line.TaxAmount),
    })),
  };
}
