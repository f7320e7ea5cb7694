import { postDataInvalid, RulesBroken } from "./errors";
import type { PostedInvoice } from "./invoiceData";
import type {
  Invoice,
  InvoiceStatus,
  InvoiceType,
  LineAmountTypes,
} from "./types";

const TYPES: readonly InvoiceType[] = ["ACCREC", "ACCPAY"];
export const STATUSES: readonly InvoiceStatus[] = [
  "DRAFT",
  "SUBMITTED",
  "AUTHORISED",
  "PAID",
  "VOIDED",
  "DELETED",
];
export const LINE_AMOUNT_TYPES: readonly LineAmountTypes[] = [
  "Exclusive",
  "Inclusive",
  "NoTax",
];

export interface InvoiceChoices {
  type: InvoiceType;
  status: InvoiceStatus;
  lineAmountTypes: LineAmountTypes;
}

/** The posted values of fixed lists; what is left out stays as it was, or takes Xero's default. */
export function readChoices(
  posted: PostedInvoice,
  before: Invoice | undefined,
): InvoiceChoices {
  const type = before?.Type ?? choose(TYPES, "Type", posted.Type);
  // Xero's text for a missing type was not seen.
  if (!type) throw new RulesBroken(["The Type field must be specified."]);
  return {
    type,
    status:
      choose(STATUSES, "Status", posted.Status) ?? before?.Status ?? "DRAFT",
    lineAmountTypes:
      choose(LINE_AMOUNT_TYPES, "LineAmountTypes", posted.LineAmountTypes) ??
      before?.LineAmountTypes ??
      "Exclusive",
  };
}

export function choose<Choice extends string>(
  choices: readonly Choice[],
  field: string,
  text: string | undefined,
): Choice | undefined {
  if (!text) return undefined;
  const found = choices.find(
    (choice) => choice.toLowerCase() === text.toLowerCase(),
  );
  if (!found)
    throw postDataInvalid(
      `Error converting value "${text}" to type '${field}'. Path '${field}'.`,
    );
  return found;
}
