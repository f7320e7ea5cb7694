import type { Field } from "@hubspot-xero/shared/catalog/field";
import { createInvoiceFromDeal } from "@hubspot-xero/shared/catalog/createInvoiceFromDeal";

/** Decided when the deal is read, chosen with the organisation, or a module of its own. */
const ELSEWHERE = new Set([
  "deal_id",
  "bill",
  "once_per",
  "stage_entry_id",
  "reference",
  "organisation_id",
  "send_email",
]);

/** Whether a field is filled in where a deal that was read is billed. */
export const isOfStep = ({ key }: Field): boolean => !ELSEWHERE.has(key);

/** How much a deposit is; only one deal at a time is billed in parts. */
const OF_DEPOSIT = new Set(["deposit_percent", "deposit_amount"]);

/** How the invoice of one deal that was read for billing is made. */
export const oneDealFields: readonly Field[] =
  createInvoiceFromDeal.fields.filter(isOfStep);

/** How the invoices of deals that were read for billing are made. */
export const dealInvoiceFields: readonly Field[] = oneDealFields.filter(
  ({ key }) => !OF_DEPOSIT.has(key),
);
