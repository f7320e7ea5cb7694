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

/** Whether a field is filled in where a deal that was read is billed. */
export const isOfStep = ({ key }: Field): boolean => !ELSEWHERE.has(key);

/** How the invoices of deals that were read for billing are made. */
export const dealInvoiceFields: readonly Field[] =
  createInvoiceFromDeal.fields.filter(isOfStep);
