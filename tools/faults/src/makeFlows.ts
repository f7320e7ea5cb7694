import { INVOICE_CHOICES } from "@hubspot-xero/main-job/makeJob";
import { COMPANY } from "@hubspot-xero/sandbox/seed/customers";
import { DEAL } from "@hubspot-xero/sandbox/seed/deals";
import type { Flows } from "./flow";
import { keptRun, run, step } from "./makeRuns";
import { batch } from "./makeBatch";
import * as before from "./prepare";
import type { Stage } from "./stage";

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

const retainerId = (stage: Stage) => before.retainerStep(stage).deal_id;

/** The scenario that bills a retainer. */
const billRetainer = [
  step("getDealForBilling", (stage) => ({
    dealId: retainerId(stage),
    repeating: true,
  })),
  step("createRepeatingInvoice", (_, { billing }) => ({
    ...INVOICE_CHOICES,
    billing,
  })),
  step(
    "updateDealBilling",
    (stage, { invoice, syncMark, repeatingIds, repeatingMark }) => ({
      ...{ invoice, syncMark, repeatingIds, repeatingMark },
      dealId: retainerId(stage),
    }),
    ({ repeatingMark }) => Boolean(repeatingMark),
  ),
];

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
  "deals-to-invoices": {
    prepare: before.threeSmallDeals,
    start: batch,
    adds: { invoices: 3, contacts: 2 },
    totals: [120.02, 120.02, 120.02],
    alone: "one at a time",
    covers: ["createInvoices"],
  },
  "retainer-to-repeating-invoice": {
    prepare: before.retainer,
    start: run(...billRetainer),
    adds: { invoices: 1, contacts: 1, repeatingInvoices: 1 },
    totals: [120],
    covers: ["createRepeatingInvoice"],
  },
  "retainer-taken-up": {
    prepare: before.retainer,
    start: keptRun(...billRetainer),
    adds: { invoices: 1, contacts: 1, repeatingInvoices: 1 },
    totals: [120],
    resumes: true,
  },
  "lost-retainer-to-end": {
    prepare: before.repeatingInvoice,
    start: run(
      step("endDealBilling", (stage) => ({ dealId: retainerId(stage) })),
      step("endRepeatingInvoices", (_, { repeating }) => ({ repeating })),
    ),
    totals: [120],
    covers: ["endDealBilling", "endRepeatingInvoices"],
  },
  "scheduled-invoice-to-deal": {
    prepare: before.scheduledInvoice,
    start: run(
      step("searchInvoices", (stage) => ({
        reference: `HS-${retainerId(stage)}-R1M20270301x3`,
        limit: 1,
      })),
      step("searchDeals", (_, { invoiceId, invoice }) => ({
        invoiceId,
        invoice,
        limit: 1,
      })),
      step("getDealInvoices", (_, { repeating }) => ({ repeating })),
      step("updateDealBilling", (stage, { invoice }) => ({
        invoice,
        dealId: retainerId(stage),
      })),
    ),
    totals: [120, 60],
    covers: ["getDealInvoices"],
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
  allocateCredit: {
    prepare: before.overpayment,
    start: run(step("allocateCredit", before.allocationStep)),
    adds: { allocations: 1 },
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
};
