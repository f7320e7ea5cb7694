import type { DealPart } from "@hubspot-xero/shared/deal/billingKey";
import type { Step } from "./blueprint";

/** How invoices are made until a person chooses otherwise. */
export const INVOICE_CHOICES = {
  invoiceStatus: "DRAFT",
  lineAmountTypes: "Exclusive",
  dueInDays: 30,
  dueRule: "days_after_invoice_date",
  customerMatch: "email",
  onDifference: "refuse",
  withoutLines: "refuse",
} as const;

/**
 * Bills the deal that the trigger hands out: read it, create its invoice, show that on it.
 * @param bill the whole deal, or which part of it
 * @param choices beside those that all invoices share
 */
export function billDeal(
  bill: "whole" | DealPart = "whole",
  choices: Step["mapper"] = {},
): Step[] {
  return [
    {
      module: "getDealForBilling",
      mapper: { dealId: "{{1.dealId}}", bill, oncePer: "deal" },
      keepsFailures: true,
    },
    {
      module: "createInvoiceFromDeal",
      mapper: {
        billing: "{{2.billing}}",
        ...INVOICE_CHOICES,
        ...choices,
      },
      keepsFailures: true,
    },
    {
      module: "updateDealBilling",
      mapper: {
        invoice: "{{3.invoice}}",
        dealId: "{{2.dealId}}",
        syncMark: "{{3.syncMark}}",
      },
      keepsFailures: true,
    },
  ];
}
