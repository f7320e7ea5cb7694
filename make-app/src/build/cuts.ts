import { createRequire } from "node:module";

const require = createRequire(import.meta.url);

/**
 * Shared modules that are IML functions of their own, because the functions that use them would not fit into Make's
 * 5,000 characters: module -> function. A call of one of their exports becomes `iml.<function>("<export>", ...)`.
 */
export const CUTS: Readonly<Record<string, string>> = {
  "money/decimal": "money",
  "money/currency": "currencies",
  "deal/deal": "deals",
  "deal/lineItem": "lineItems",
  "deal/paymentDates": "paymentDates",
  "deal/checkNotRepeating": "notRepeating",
  "allocation/planAllocation": "plannedAllocations",
  "creditNote/creditLines": "creditLines",
  "invoice/billLine": "billLines",
  "invoice/codeLine": "lineRates",
  "deal/deposit": "deposits",
  "deal/openedDeal": "dealOpenings",
  "invoice/depositLines": "depositLines",
  "invoice/deductionLines": "deductionLines",
  "invoice/planPart": "partPlans",
  "invoice/planInvoice": "invoicePlans",
  "invoice/predictTotals": "invoiceTotals",
  "invoice/mappedInvoice": "mappedInvoices",
  "invoice/options": "invoiceOptions",
  "invoice/roundingLine": "roundingLines",
  "invoice/readInvoice": "storedInvoices",
  "item/readItem": "storedItems",
  "item/readProduct": "storedProducts",
  "item/writeItem": "writtenItems",
  "flows/dealInvoiceOutput": "dealInvoiceOutputs",
  "flows/repeatingOutput": "repeatingOutputs",
  "repeating/options": "repeatingOptions",
  "repeating/planRepeating": "repeatingPlans",
  "repeating/scheduledLines": "scheduledLines",
  "repeating/standing": "standingSchedules",
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
