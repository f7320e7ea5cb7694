import { createRequire } from "node:module";

const require = createRequire(import.meta.url);

/**
 * Shared modules that are IML functions of their own, because the functions that use them would not fit into Make's
 * 5,000 characters: module -> function. A call of one of their exports becomes `iml.<function>("<export>", ...)`.
 */
export const CUTS: Readonly<Record<string, string>> = {
  "money/decimal": "money",
  "deal/checkNotRepeating": "repeatingDeals",
  "deal/deal": "deals",
  "deal/lineItem": "lineItems",
  "deal/paymentDates": "paymentDates",
  "creditNote/creditLines": "creditLines",
  "invoice/billLine": "billLines",
  "invoice/codeLine": "lineRates",
  "invoice/planInvoice": "invoicePlans",
  "invoice/predictTotals": "invoiceTotals",
  "invoice/mappedInvoice": "mappedInvoices",
  "invoice/options": "invoiceOptions",
  "invoice/readInvoice": "storedInvoices",
  "item/readItem": "storedItems",
  "item/readProduct": "storedProducts",
  "item/writeItem": "writtenItems",
  "flows/dealInvoiceOutput": "dealInvoiceOutputs",
  "flows/hubspotCustomers": "hubspotRecords",
  "xero/refusal": "xeroRefusals",
  "customer/matchCustomer": "customerMatch",
  "customer/cleanCustomer": "cleanCustomers",
  "customer/contactChanges": "contactChanges",
  "customer/lostInXero": "lostInXero",
  "customer/readXeroContact": "xeroContacts",
  "customer/writeHubspotCustomer": "hubspotChanges",
};

const shared = (module: string) =>
  require.resolve(`@hubspot-xero/shared/${module}`);

/** The IML function of a shared module's file; undefined for modules that are bundled where they are used. */
export function cutOf(file: string): string | undefined {
  const module = Object.keys(CUTS).find((cut) => shared(cut) === file);
  return module && CUTS[module];
}

export { shared as sharedFile };
