import { INVOICE_STEP } from "@hubspot-xero/main-job/mainJob";
import { COMPANY } from "@hubspot-xero/sandbox/seed/customers";
import { DEAL } from "@hubspot-xero/sandbox/seed/deals";
import type { Flow, Flows } from "./flow";
import * as before from "./prepare";
import { poll, step } from "./zapierRuns";
import type { Stage } from "./stage";

type Input = (stage: Stage) => Record<string, unknown>;

const create = (
  key: string,
  input: Input,
  flow: Omit<Flow, "start"> = {},
): Flows => ({ [key]: { ...flow, start: step("creates", key, input) } });

const search = (
  key: string,
  input: Input,
  prepare?: Flow["prepare"],
): Flows => ({ [key]: { prepare, start: step("searches", key, input) } });

const trigger = (
  key: string,
  prepare: Flow["prepare"],
  adds: number,
  input?: Record<string, unknown>,
): Flows => ({
  [key]: {
    prepare,
    adds: { events: adds },
    start: poll(key, input),
    alone: "one at a time",
  },
});

/** A hidden trigger that fills a dropdown. */
const list = (key: string, input?: Record<string, unknown>): Flows => ({
  [key]: { start: poll(key, input) },
});

export const zapierFlows: Flows = {
  ...create(
    "create_invoice_from_deal",
    () => ({ ...INVOICE_STEP, deal_id: DEAL.website }),
    { adds: { invoices: 1, contacts: 1 }, totals: [7728] },
  ),
  ...create(
    "create_invoices_from_deals",
    ({ sandbox }) => ({
      ...INVOICE_STEP,
      tax_table: [],
      deal_ids: before.smallDeals(sandbox),
    }),
    {
      prepare: before.threeSmallDeals,
      adds: { invoices: 3, contacts: 2 },
      totals: [120.02, 120.02, 120.02],
    },
  ),
  ...create("create_repeating_invoice_from_deal", before.retainerStep, {
    prepare: before.retainer,
    adds: { invoices: 1, contacts: 1, repeatingInvoices: 1 },
    totals: [120],
  }),
  ...create(
    "end_repeating_invoices",
    (stage) => ({ deal_id: before.retainerStep(stage).deal_id }),
    { prepare: before.repeatingInvoice, totals: [120] },
  ),
  ...create(
    "create_invoice",
    () => ({
      invoice_status: "AUTHORISED",
      due_in_days: 30,
      name: "Blue Door Ltd",
      email: "accounts@bluedoor.example",
      reference: "PO 4711",
      default_account_code: "200",
      default_tax_type: "OUTPUT2",
      line_items: [
        { description: "Workshop", quantity: "2", unit_price: "85.50" },
      ],
    }),
    // 171.00 and 20% of it.
    { adds: { invoices: 1, contacts: 1 }, totals: [205.2] },
  ),
  ...create(
    "upsert_xero_contact",
    () => ({
      customer_type: "company",
      hubspot_id: COMPANY.harbour,
      email: "accounts@harbour.example",
      first_name: "Priya",
      last_name: "Nair",
    }),
    { adds: { contacts: 1 } },
  ),
  ...create(
    "upsert_hubspot_customer",
    ({ sandbox }) => ({
      contact_id: before.contactNamed(sandbox, "Blue Door Ltd").ContactID,
      customer_type: "company",
    }),
    { prepare: before.newXeroContact, adds: { companies: 1 } },
  ),
  ...create(
    "upsert_xero_item",
    ({ sandbox }) => ({
      product_id: before.productOf(sandbox, "AUDIT").id,
      account_code: "200",
      tax_type: "OUTPUT2",
    }),
    { prepare: before.newProduct, adds: { items: 1 } },
  ),
  ...create("upsert_hubspot_product", () => ({ item: "DESIGN" }), {
    adds: { products: 1 },
    alone: "lock",
  }),
  ...create(
    "update_deal_billing",
    ({ sandbox }) => ({
      invoice_id: before.firstInvoice(sandbox).InvoiceID,
      add_note: true,
      event_id: "payment-1",
    }),
    {
      prepare: before.paidInvoice,
      adds: { notes: 1 },
      alone: "one at a time",
    },
  ),
  ...create(
    "create_credit_note",
    ({ sandbox }) => ({
      invoice_id: before.firstInvoice(sandbox).InvoiceID,
      amount: "120",
      allocate: true,
    }),
    {
      prepare: before.invoiceOfOneRate,
      adds: { creditNotes: 1, allocations: 1 },
    },
  ),
  ...create(
    "allocate_credit",
    (stage) => {
      const { creditType, creditId, invoiceId, amount } =
        before.allocationStep(stage);
      return {
        credit_type: creditType,
        credit_id: creditId,
        invoice_id: invoiceId,
        amount,
      };
    },
    { prepare: before.overpayment, adds: { allocations: 1 } },
  ),
  ...create("set_up_hubspot", () => ({ confirm: true }), { bare: true }),

  ...trigger("deal_entered_stage", before.wonDeals, 2, {
    pipeline_id: "default",
    stage_id: "closedwon",
  }),
  ...trigger("invoice_requested", before.invoiceRequest, 1),
  ...trigger("payment_received", before.paidInvoice, 1),
  ...trigger("credit_note_created", before.creditNote, 1),
  ...trigger("invoice_updated", before.paidInvoice, 1),
  ...trigger("hubspot_customer_updated", before.customersOnly, 10, {
    customer_type: "company",
  }),
  ...trigger("xero_contact_updated", before.newXeroContact, 8),
  ...trigger("hubspot_product_updated", before.newProduct, 1),
  ...trigger("xero_item_updated", before.newXeroItem, 2),

  ...search("find_xero_contact", () => ({ name: "Northwind Energy plc" })),
  ...search(
    "find_invoice",
    () => ({ invoice_number: "INV-0001" }),
    before.invoice,
  ),
  ...search(
    "find_deal",
    () => ({ invoice_number: "INV-0001" }),
    before.invoice,
  ),
  ...search("find_item", () => ({ code: "DESIGN" })),
  ...search("forecast_revenue", () => ({ months: 3 }), before.paidInvoice),

  ...list("organisation_list"),
  ...list("pipeline_list"),
  ...list("stage_list", { pipeline_id: "default" }),
  ...list("revenue_account_list"),
  ...list("tax_rate_list"),
  ...list("hubspot_tax_rate_list"),
  ...list("branding_theme_list"),
  ...list("tracking_option_list"),
  ...list("currency_list"),
  ...list("item_list"),
  ...list("credit_list", { credit_type: "overpayment" }),
};
