import type { ModuleStep, Step } from "./blueprint";

/** Invoices that were made from a deal carry its key in their reference; the others have no deal to update. */
const ofADeal = (invoice: number): ModuleStep["filter"] => ({
  name: "Made from a deal",
  conditions: [
    [{ a: `{{${invoice}.reference}}`, o: "text:contain", b: "HS-" }],
  ],
});

const filled = (name: string, a: string, isFilled = true) => ({
  name,
  conditions: [[{ a, o: isFilled ? "exist" : "notexist" }]],
});

/**
 * Shows an invoice on its deal. One that no deal shows, such as a copy, ends here without an error, which would hold up
 * those behind it. A deal with repeating invoices shows the sum of all its invoices, which are read for it.
 * @param place where the invoice comes from; the steps stand right behind it
 * @param then what is done afterwards, for deals of both kinds
 */
export function showOnDeal(
  place: number,
  then: readonly ModuleStep[] = [],
): Step[] {
  const deal = place + 1;
  const all = place + 4;
  const repeating = `{{${deal}.repeating}}`;
  return [
    {
      module: "searchDeals",
      mapper: {
        invoiceId: `{{${place}.invoiceId}}`,
        invoice: `{{${place}.invoice}}`,
        limit: 1,
      },
      filter: ofADeal(place),
      keepsFailures: true,
    },
    {
      routes: [
        [
          {
            module: "updateDealBilling",
            mapper: {
              invoice: `{{${place}.invoice}}`,
              dealId: `{{${deal}.dealId}}`,
            },
            filter: filled("Has one invoice", repeating, false),
            keepsFailures: true,
          },
        ],
        [
          {
            module: "getDealInvoices",
            mapper: { repeating },
            filter: filled("Has repeating invoices", repeating),
            keepsFailures: true,
          },
          {
            module: "updateDealBilling",
            mapper: {
              invoice: `{{${all}.invoice}}`,
              dealId: `{{${deal}.dealId}}`,
            },
            filter: filled("Is billed", `{{${all}.invoice}}`),
            keepsFailures: true,
          },
        ],
        ...(then.length > 0 ? [then] : []),
      ],
    },
  ];
}

/** Reads an invoice as it stands now and shows it on its deal: late and repeated events do no harm. */
export function readAndShowOnDeal(
  invoiceId: string,
  place: number,
  then?: readonly ModuleStep[],
): Step[] {
  return [
    {
      module: "searchInvoices",
      mapper: { invoiceId, limit: 1 },
      keepsFailures: true,
    },
    ...showOnDeal(place, then),
  ];
}
