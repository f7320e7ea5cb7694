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

/** Bills the deal that the trigger hands out: read it, create its invoice, show that on it. */
export function billDeal(): Step[] {
  return [
    {
      module: "getDealForBilling",
      mapper: { dealId: "{{1.dealId}}", oncePer: "deal" },
      keepsFailures: true,
    },
    ...createAndShow(3),
  ];
}

/**
 * Creates the invoice of the deal that the second step read, and shows it on the deal.
 * @param place that of the first of the two steps
 */
export function createAndShow(
  place: number,
  filter?: ModuleStep["filter"],
): ModuleStep[] {
  return [
    {
      module: "createInvoiceFromDeal",
      mapper: {
        billing: "{{2.billing}}",
        ...INVOICE_CHOICES,
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
