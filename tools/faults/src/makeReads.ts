import type { Flow, Flows } from "./flow";
import { run, step, watch } from "./makeRuns";
import * as before from "./prepare";

const search = (
  module: string,
  given: Record<string, unknown>,
  prepare?: Flow["prepare"],
): Flows => ({
  [module]: { prepare, start: run(step(module, { limit: 10, ...given })) },
});

const trigger = (
  module: string,
  prepare: Flow["prepare"],
  adds: number,
  given: Record<string, unknown> = {},
): Flows => ({
  [module]: {
    prepare,
    adds: { events: adds },
    start: watch(module, given),
    alone: "one at a time",
  },
});

/** The triggers, searches and API calls of the Make app. */
export const makeReads: Flows = {
  ...trigger("watchDealsEnteringStage", before.wonDeals, 2, {
    pipelineId: "default",
    stageId: "closedwon",
  }),
  ...trigger("watchInvoiceRequests", before.invoiceRequest, 1),
  ...trigger("watchPayments", before.paidInvoice, 1, { kind: "payments" }),
  ...trigger("watchCreditNotes", before.creditNote, 1),
  ...trigger("watchInvoices", before.paidInvoice, 1),
  ...trigger("watchHubspotCustomers", before.customersOnly, 10, {
    customerType: "company",
  }),
  ...trigger("watchXeroContacts", before.newXeroContact, 8, {
    customersOnly: false,
  }),
  ...trigger("watchHubspotProducts", before.newProduct, 1),
  ...trigger("watchXeroItems", before.newXeroItem, 2),

  ...search("searchContacts", { name: "Northwind Energy plc" }),
  ...search("searchInvoices", { invoiceNumber: "INV-0001" }, before.invoice),
  ...search("searchDeals", { invoiceNumber: "INV-0001" }, before.invoice),
  ...search("searchItems", { code: "DESIGN" }),
  ...search("searchOpenDeals", { months: 6, limit: 1 }),
  forecastRevenue: {
    prepare: before.paidInvoice,
    start: run(step("forecastRevenue", { deals: [], months: 3 })),
  },
  ...search("makeHubspotApiCall", {
    url: "/account-info/2026-03/details",
    method: "GET",
  }),
  ...search("makeXeroApiCall", {
    url: "/api.xro/2.0/Organisation",
    method: "GET",
  }),
};
