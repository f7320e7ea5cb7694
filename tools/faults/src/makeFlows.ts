import { INVOICE_CHOICES } from "@hubspot-xero/main-job/makeJob";
import { COMPANY } from "@hubspot-xero/sandbox/seed/customers";
import { DEAL } from "@hubspot-xero/sandbox/seed/deals";
import type { Flow, Flows } from "./flow";
import { run, watch, type Step } from "./makeRuns";
import * as before from "./prepare";
import type { Stage } from "./stage";

const step = (
  module: string,
  given: Step["given"] | Record<string, unknown>,
): Step => ({
  module,
  given: typeof given === "function" ? given : () => given,
});

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

/** The scenario that invoices a deal. */
const invoiceDeal = run(
  step("getDealForBilling", { dealId: DEAL.website, oncePer: "deal" }),
  step("createInvoiceFromDeal", (_, { billing }) => ({
    ...INVOICE_CHOICES,
    billing,
  })),
  step("updateDealBilling", (_, { invoice, syncMark }) => ({
    invoice,
    syncMark,
    dealId: DEAL.website,
  })),
);

const DEAL_MODULES = [
  "getDealForBilling",
  "createInvoiceFromDeal",
  "updateDealBilling",
];

const invoiceId = ({ sandbox }: Stage) =>
  before.firstInvoice(sandbox).InvoiceID;
const newContactId = ({ sandbox }: Stage) =>
  before.contactNamed(sandbox, "Blue Door Ltd").ContactID;

export const makeFlows: Flows = {
  "deal-to-invoice": {
    start: invoiceDeal,
    adds: { invoices: 1, contacts: 1 },
    totals: [7728],
    covers: DEAL_MODULES,
  },
  "deal-to-invoice-taken-up": {
    start: invoiceDeal,
    adds: { invoices: 1, contacts: 1 },
    totals: [7728],
    resumes: true,
  },
  "payment-to-deal": {
    prepare: before.paidInvoice,
    start: run(
      step("searchInvoices", (stage) => ({
        invoiceId: invoiceId(stage),
        limit: 1,
      })),
      step("updateDealBilling", (_, { invoice }) => ({
        invoice,
        dealId: DEAL.website,
        addNote: true,
        eventId: "payment-1",
      })),
    ),
    adds: { notes: 1 },
    alone: "one at a time",
  },
  createInvoice: {
    start: run(
      step("createInvoice", {
        invoiceStatus: "AUTHORISED",
        dueInDays: 30,
        name: "Blue Door Ltd",
        email: "accounts@bluedoor.example",
        reference: "PO 4711",
        lineAmountTypes: "Exclusive",
        defaultAccountCode: "200",
        defaultTaxType: "OUTPUT2",
        lineItems: [
          { description: "Workshop", quantity: "2", unitPrice: "85.50" },
        ],
      }),
    ),
    adds: { invoices: 1, contacts: 1 },
    totals: [205.2],
  },
  createCreditNote: {
    prepare: before.invoiceOfOneRate,
    start: run(
      step("createCreditNote", (stage) => ({
        invoiceId: invoiceId(stage),
        amount: "120",
        allocate: true,
      })),
    ),
    adds: { creditNotes: 1, allocations: 1 },
  },
  emailInvoice: {
    prepare: before.invoice,
    start: run(
      step("emailInvoice", (stage) => ({ invoiceId: invoiceId(stage) })),
    ),
  },
  upsertXeroContact: {
    start: run(
      step("upsertXeroContact", {
        customerType: "company",
        hubspotId: COMPANY.harbour,
        name: "Harbour & Finch Ltd",
        email: "accounts@harbour.example",
        mode: "create_or_update",
        customerMatch: "email",
      }),
    ),
    adds: { contacts: 1 },
  },
  "contact-to-customer": {
    prepare: before.newXeroContact,
    start: run(
      step("getXeroContact", (stage) => ({ contactId: newContactId(stage) })),
      step("upsertHubspotCustomer", (_, { contact }) => ({
        contact,
        customerType: "company",
        companyMatch: "name",
        mode: "create_or_update",
      })),
      step(
        "upsertXeroContact",
        (_, { hubspotId, type, contactId, contactName }) => ({
          ...{ hubspotId, contactId },
          customerType: type,
          name: contactName,
          fields: ["account"],
          customerMatch: "email",
          mode: "update_only",
        }),
      ),
    ),
    adds: { companies: 1 },
    covers: ["getXeroContact", "upsertHubspotCustomer", "upsertXeroContact"],
  },
  linkHubspotCustomer: {
    prepare: before.newXeroContact,
    start: run(
      step("linkHubspotCustomer", (stage) => ({
        hubspotId: COMPANY.harbour,
        contactId: newContactId(stage),
        customerType: "company",
      })),
    ),
  },
  "product-to-item": {
    prepare: before.newProduct,
    start: run(
      step("watchHubspotProducts", { limit: 1 }),
      step("upsertXeroItem", (_, { product }) => ({
        product,
        mode: "create_or_update",
      })),
    ),
    adds: { items: 1 },
    covers: ["upsertXeroItem"],
  },
  "item-to-product": {
    start: run(
      step("watchXeroItems", { limit: 1 }),
      step("upsertHubspotProduct", (_, { item }) => ({
        item,
        currency: "GBP",
        mode: "create_or_update",
      })),
    ),
    adds: { products: 1 },
    alone: "one at a time",
    covers: ["upsertHubspotProduct"],
  },
  setUpHubspot: {
    bare: true,
    start: run(step("setUpHubspot", { confirm: true })),
  },

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
  ...search("makeHubspotApiCall", {
    url: "/account-info/2026-03/details",
    method: "GET",
  }),
  ...search("makeXeroApiCall", {
    url: "/api.xro/2.0/Organisation",
    method: "GET",
  }),
};
