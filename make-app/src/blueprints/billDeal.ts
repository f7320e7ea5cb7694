import type { DealPart } from "@hubspot-xero/shared/deal/billingKey";
import type { ModuleStep, Step } from "./blueprint";

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
  choices: ModuleStep["mapper"] = {},
): Step[] {
  return [
    {
      module: "getDealForBilling",
      mapper: { dealId: "{{1.dealId}}", bill, oncePer: "deal" },
      keepsFailures: true,
    },
    ...createAndShow(3, { choices }),
  ];
}

/**
 * Creates the invoice of the deal that the second step read, and shows it on the deal.
 * @param place that of the first of the two steps
 * @param more `choices` beside those that all invoices share, and which deals are let pass
 */
export function createAndShow(
  place: number,
  {
    choices,
    filter,
  }: { choices?: ModuleStep["mapper"]; filter?: ModuleStep["filter"] },
): ModuleStep[] {
  return [
    {
      module: "createInvoiceFromDeal",
      mapper: {
        billing: "{{2.billing}}",
        ...INVOICE_CHOICES,
        ...choices,
      },
      ...(filter && { filter }),
      keepsFailures: true,
    },
    {
      module: "updateDealBilling",
      mapper: {
        invoice: `{{${place}.invoice}}`,
        dealId: "{{2.dealId}}",
        syncMark: `{{${place}.syncMark}}`,
      },
      keepsFailures: true,
    },
  ];
}
