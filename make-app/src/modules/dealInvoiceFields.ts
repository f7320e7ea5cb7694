import type { Field } from "@hubspot-xero/shared/catalog/field";
import { createInvoiceFromDeal } from "@hubspot-xero/shared/catalog/createInvoiceFromDeal";

/** Decided when the deal is read, chosen with the organisation, or a module of its own. */
const ELSEWHERE = new Set([
  "deal_id",
  "once_per",
  "stage_entry_id",
  "reference",
  "organisation_id",
  "send_email",
]);

/** How the invoices of deals that were read for billing are made. */
export const dealInvoiceFields: readonly Field[] =
  createInvoiceFromDeal.fields.filter(({ key }) => !ELSEWHERE.has(key));
