import { INVOICE_STEP } from "@hubspot-xero/main-job/mainJob";
import type { Sandbox } from "@hubspot-xero/sandbox/sandbox";
import { DEAL } from "@hubspot-xero/sandbox/seed/deals";
import type { Stage } from "./stage";

const MINUTE = 60_000;
const PRIMARY_COMPANY = 5;
const DEAL_TO_CONTACT = 3;
const DEAL_TO_LINE_ITEM = 19;
const SMALL = "Small job";
const RETAINER = "Care plan";

/**
 * Three deals, the first two of one customer, whom Xero does not know. Each has three lines of 33.335, which Xero
 * rounds to 100.02 where the deal is worth 100.01: with 20.01 of tax, and a cent less for the rounding, 120.02.
 */
export function threeSmallDeals(stage: Stage): void {
  const { hubspot } = stage.sandbox;
  for (const [name, deals] of [
    ["Alder", ["one", "two"]],
    ["Birch", ["three"]],
  ] as const) {
    const company = hubspot.create("companies", { name });
    const email = `${name.toLowerCase()}@payers.example`;
    const person = hubspot.create("contacts", { firstname: name, email });
    for (const deal of deals) smallDeal(stage, deal, company.id, person.id);
  }
}

function smallDeal(
  { sandbox: { hubspot } }: Stage,
  name: string,
  company: string,
  person: string,
): void {
  const lines = ["first", "second", "last"].map((third) => {
    const line = { name: `Half-day, ${third}`, quantity: "1", price: "33.335" };
    const { id } = hubspot.create("line_items", line);
    return { to: { type: "line_items", id }, typeId: DEAL_TO_LINE_ITEM };
  });
  hubspot.create("deals", { dealname: `${SMALL} ${name}` }, [
    { to: { type: "companies", id: company }, typeId: PRIMARY_COMPANY },
    { to: { type: "contacts", id: person }, typeId: DEAL_TO_CONTACT },
    ...lines,
  ]);
}

/**
 * A deal of a customer whom Xero does not know, with a set-up fee of 100 (120.00 with tax) and three monthly fees of 50
 * that begin long after any of the runs.
 */
export function retainer(stage: Stage): void {
  const { hubspot } = stage.sandbox;
  const company = hubspot.create("companies", { name: "Cedar" });
  const email = "cedar@payers.example";
  const person = hubspot.create("contacts", { firstname: "Cedar", email });
  const fees: Record<string, string>[] = [
    { name: "Set-up", quantity: "1", price: "100" },
    {
      name: "Care",
      quantity: "1",
      price: "50",
      recurringbillingfrequency: "monthly",
      hs_recurring_billing_start_date: "2027-03-01",
      hs_recurring_billing_number_of_payments: "3",
    },
  ];
  const lines = fees.map((fee) => ({
    to: { type: "line_items", id: hubspot.create("line_items", fee).id },
    typeId: DEAL_TO_LINE_ITEM,
  }));
  hubspot.create("deals", { dealname: RETAINER }, [
    { to: { type: "companies", id: company.id }, typeId: PRIMARY_COMPANY },
    { to: { type: "contacts", id: person.id }, typeId: DEAL_TO_CONTACT },
    ...lines,
  ]);
}

/** The deal of {@link retainer}, with its repeating invoice in Xero. */
export async function repeatingInvoice(stage: Stage): Promise<void> {
  retainer(stage);
  await stage.zapier.run("creates", "create_repeating_invoice_from_deal", {
    authData: stage.authData,
    inputData: retainerStep(stage),
  });
}

/** The same in March, when Xero has made its first invoice over 60.00. */
export async function scheduledInvoice(stage: Stage): Promise<void> {
  await repeatingInvoice(stage);
  const { clock } = stage.sandbox;
  clock.advance(Date.parse("2027-03-02T09:00:00Z") - clock.now().getTime());
}

export const retainerStep = ({ sandbox }: Stage) => ({
  ...INVOICE_STEP,
  tax_table: [],
  deal_id: dealsNamed(sandbox, RETAINER)[0],
});

/** The ids of {@link threeSmallDeals}. */
export const smallDeals = (sandbox: Sandbox): string[] =>
  dealsNamed(sandbox, SMALL);

const dealsNamed = ({ hubspot }: Sandbox, name: string): string[] =>
  Object.values(hubspot.state.objects["0-3"] ?? {}).flatMap(
    ({ id, properties }) =>
      properties["dealname"]?.startsWith(name) ? [id] : [],
  );

/** A Xero contact newer than those of the seed. */
export function newXeroContact({ sandbox }: Stage): void {
  longAfter(sandbox);
  sandbox.xero.person().createContact({
    Name: "Blue Door Ltd",
    EmailAddress: "accounts@bluedoor.example",
  });
}

export function newXeroItem({ sandbox }: Stage): void {
  longAfter(sandbox);
  sandbox.xero.person().createItem({
    Code: "AUDIT",
    Name: "Audit",
    SalesDetails: { UnitPrice: 450 },
  });
}

export function newProduct({ sandbox }: Stage): void {
  sandbox.hubspot.create("products", {
    name: "Audit",
    hs_sku: "AUDIT",
    price: "450",
  });
  settle(sandbox);
}

export function customersOnly({ sandbox }: Stage): void {
  settle(sandbox);
}

/** The seeded website deal, invoiced over 7728.00. */
export async function invoice(stage: Stage): Promise<void> {
  await billed(stage, DEAL.website);
}

/** The seeded brand deal, invoiced over 4452.01, all lines at 20%. */
export async function invoiceOfOneRate(stage: Stage): Promise<void> {
  await billed(stage, DEAL.brand);
}

export async function paidInvoice(stage: Stage): Promise<void> {
  const { sandbox } = stage;
  await billed(stage, DEAL.website);
  longAfter(sandbox);
  sandbox.xero
    .person()
    .pay(firstInvoice(sandbox).InvoiceID, 452.01, { reference: "BACS 4471" });
}

export async function creditNote(stage: Stage): Promise<void> {
  await invoiceOfOneRate(stage);
  const { sandbox } = stage;
  await stage.zapier.run("creates", "create_credit_note", {
    authData: stage.authData,
    inputData: {
      invoice_id: firstInvoice(sandbox).InvoiceID,
      amount: "120",
      allocate: true,
    },
  });
}

/** The brand deal's invoice over 4452.01, and 200.00 that its customer paid too much: enough for a part of it twice. */
export async function overpayment(stage: Stage): Promise<void> {
  await invoiceOfOneRate(stage);
  const { sandbox } = stage;
  const { ContactID } = firstInvoice(sandbox).Contact;
  sandbox.xero.person().overpay(ContactID, 200);
}

/** The step that sets a part of {@link overpayment} against the invoice. */
export const allocationStep = ({ sandbox }: Stage) => ({
  creditType: "overpayment",
  creditId: found(sandbox.xero.books().credits[0], "an overpayment").ID,
  invoiceId: firstInvoice(sandbox).InvoiceID,
  amount: "60",
});

export function wonDeals({ sandbox }: Stage): void {
  const { hubspot, clock } = sandbox;
  for (const id of [DEAL.website, DEAL.brand]) {
    hubspot.update("deals", id, { dealstage: "closedwon" });
    clock.advance(1_000);
  }
  settle(sandbox);
}

export function invoiceRequest({ sandbox }: Stage): void {
  sandbox.hubspot.update("deals", DEAL.website, {
    xero_invoice_request: "create",
  });
  settle(sandbox);
}

export function firstInvoice({ xero }: Sandbox) {
  return found(xero.books().invoices[0], "an invoice");
}

export function contactNamed({ xero }: Sandbox, name: string) {
  return found(
    xero.books().contacts.find(({ Name }) => Name === name),
    name,
  );
}

export function productOf({ hubspot }: Sandbox, code: string) {
  return found(
    Object.values(hubspot.state.objects["0-7"] ?? {}).find(
      ({ properties }) => properties["hs_sku"] === code,
    ),
    code,
  );
}

async function billed(stage: Stage, dealId: string): Promise<void> {
  const { sentence } = await stage.invoice(dealId, {
    ...INVOICE_STEP,
    tax_table: [],
  });
  if (sentence) throw new Error(sentence);
}

/** HubSpot's changes are handed out after a minute, when its search has settled. */
function settle({ clock }: Sandbox): void {
  clock.advance(2 * MINUTE);
}

function longAfter({ clock }: Sandbox): void {
  clock.advance(24 * 60 * MINUTE);
}

function found<Record>(record: Record | undefined, what: string): Record {
  if (!record) throw new Error(`There is no ${what} before the run.`);
  return record;
}
