import { DEAL } from "@hubspot-xero/sandbox/seed/deals";
import { errorMessage } from "../src/zapier";
import { openWorld, type World } from "./world";

interface Credited {
  outcome: string;
  message: string;
  total: number;
  remaining: number;
  allocations: { amount: number; deal_id?: string }[];
}

const credit = (
  { zapier, authData }: World,
  inputData: Record<string, unknown>,
): Promise<Partial<Credited> & { error?: string }> =>
  zapier
    .run<Credited>("creates", "create_credit_note", { authData, inputData })
    .catch((error: Error) => ({ error: errorMessage(error) }));

const invoiceIn = ({ sandbox }: World, id: string | undefined) => {
  const { AmountDue, AmountCredited, Status } = sandbox.xero
    .books()
    .invoices.find(({ InvoiceID }) => InvoiceID === id)!;
  return { due: Number(AmountDue), credited: Number(AmountCredited), Status };
};

it("credits a part of an invoice, tax included, and sets it against it", async () => {
  const world = await openWorld();
  const { invoice_id } = await world.invoice(DEAL.brand);
  // 4452.01 in all; 120.00 off leaves 4332.01. Of the 120, 20.00 is VAT: 120 x 20/120.
  expect(await credit(world, { invoice_id, amount: "120" })).toMatchObject({
    outcome: "created",
    message: "Credit note CN-0001 over 120.00 GBP was created for INV-0001.",
    total: 120,
    remaining: 0,
    allocations: [{ amount: 120, deal_id: DEAL.brand }],
    line_items: [{ line_amount: 120, tax_amount: 20 }],
  });
  expect(invoiceIn(world, invoice_id)).toEqual({
    due: 4332.01,
    credited: 120,
    Status: "AUTHORISED",
  });
});

it("credits the whole invoice line by line, whatever its tax rates", async () => {
  const world = await openWorld();
  const { invoice_id } = await world.invoice(DEAL.campaign);
  // 2903.67 over lines at 20%, 0% and 5%.
  expect(await credit(world, { invoice_id })).toMatchObject({
    total: 2903.67,
    remaining: 0,
  });
  expect(invoiceIn(world, invoice_id)).toEqual({
    due: 0,
    credited: 2903.67,
    Status: "PAID",
  });
});

it("makes nothing twice, whichever call broke", async () => {
  for (let call = 0; call < 5; call += 1) {
    const world = await openWorld();
    const { invoice_id } = await world.invoice(DEAL.brand);
    world.sandbox.faults.add({
      after: call,
      effect: { kind: "dropAfterCommit" },
    });
    await credit(world, { invoice_id, amount: "120" });
    world.sandbox.faults.clear();
    world.sandbox.clock.advance(7 * 60_000);
    await credit(world, { invoice_id, amount: "120" });
    expect(world.sandbox.xero.books().credits).toHaveLength(1);
    expect(invoiceIn(world, invoice_id)).toMatchObject({ credited: 120 });
    await world.sandbox.close();
  }
});

it("takes up the credit note when the step is repeated, although less is due by now", async () => {
  const world = await openWorld();
  const { invoice_id } = await world.invoice(DEAL.brand);
  await credit(world, { invoice_id, amount: "4000" });
  expect(await credit(world, { invoice_id, amount: "4000" })).toMatchObject({
    outcome: "already_credited",
    remaining: 0,
  });
  expect(invoiceIn(world, invoice_id)).toMatchObject({
    credited: 4000,
    due: 452.01,
  });
});

it("credits two invoices of a customer by equal amounts under one reference", async () => {
  const world = await openWorld();
  const { invoice_id } = await world.invoice(DEAL.brand);
  const { xero } = world.sandbox;
  const { ContactID } = xero.books().invoices[0]!.Contact;
  const second = xero.person().createInvoice({
    Type: "ACCREC",
    Status: "AUTHORISED",
    Contact: { ContactID },
    DueDate: "2099-01-31",
    LineItems: [
      {
        Description: "Paper",
        Quantity: 1,
        UnitAmount: 500,
        AccountCode: "200",
      },
    ],
  });
  for (const id of [invoice_id, second.InvoiceID, invoice_id, second.InvoiceID])
    await credit(world, {
      invoice_id: id,
      amount: "120",
      reference: "Late delivery",
    });
  expect(xero.books().credits).toHaveLength(2);
  expect(invoiceIn(world, invoice_id).credited).toBe(120);
  expect(invoiceIn(world, second.InvoiceID).credited).toBe(120);
});

it("takes up the open credit note of a run that broke, although the customer has paid a part since", async () => {
  const world = await openWorld();
  const { invoice_id = "" } = await world.invoice(DEAL.brand);
  world.sandbox.faults.add({
    path: /Allocations/,
    effect: { kind: "refuse", status: 503 },
  });
  expect((await credit(world, { invoice_id })).error).toMatch(/offline/);
  world.sandbox.xero.person().pay(invoice_id, 452.01);
  // Of 4452.01 credited, 4000.00 are still due.
  expect(await credit(world, { invoice_id })).toMatchObject({
    outcome: "already_credited",
    total: 4452.01,
    remaining: 452.01,
    allocations: [{ amount: 4000 }],
  });
  expect(world.sandbox.xero.books().credits).toHaveLength(1);
  expect(invoiceIn(world, invoice_id)).toMatchObject({ due: 0 });
});

it("the deal shows what was credited, whatever a poll has seen before", async () => {
  const world = await openWorld();
  const { zapier, authData, sandbox } = world;
  const { invoice_id = "" } = await world.invoice(DEAL.brand);
  sandbox.xero.person().pay(invoice_id, 452.01);
  await zapier.run("triggers", "payment_received", { authData, inputData: {} });
  expect(await credit(world, { invoice_id })).toMatchObject({
    status: "PAID",
    remaining: 0,
  });
  const inputData = { invoice_id };
  await zapier.run("creates", "update_deal_billing", { authData, inputData });
  expect(sandbox.hubspot.get("deals", DEAL.brand)?.properties).toMatchObject({
    xero_invoice_status: "paid",
    xero_amount_due: "0.00",
    xero_amount_credited: "4000.00",
  });
});

it.each([
  [DEAL.campaign, { amount: "100" }, /different accounts or tax rates/],
  [DEAL.brand, { amount: "4452.02" }, /4452\.01 GBP of it is due/],
  [DEAL.brand, { amount: "-1" }, /cannot be credited by -1\.00/],
  [DEAL.brand, { amount: "a bit" }, /Amount is not usable/],
])(
  "refuses to credit deal %s with %p, and makes nothing",
  async (deal, input, text) => {
    const world = await openWorld();
    const { invoice_id } = await world.invoice(deal);
    expect((await credit(world, { invoice_id, ...input })).error).toMatch(text);
    expect(world.sandbox.xero.books().credits).toEqual([]);
  },
);

it("refuses to credit a draft or a voided invoice", async () => {
  const world = await openWorld();
  const { invoice_id } = await world.invoice(DEAL.brand, {
    invoice_status: "DRAFT",
  });
  expect((await credit(world, { invoice_id })).error).toMatch(
    /Invoice INV-0001 is draft, so nothing of it can be credited/,
  );
});

it("tells of the credit note when the answer about setting it against the invoice was lost", async () => {
  const world = await openWorld();
  const { invoice_id } = await world.invoice(DEAL.campaign);
  world.sandbox.faults.add({
    path: /Allocations/,
    effect: { kind: "dropAfterCommit" },
  });
  expect((await credit(world, { invoice_id })).error).toMatch(
    /Xero did not answer in time/,
  );
  expect(await credit(world, { invoice_id })).toMatchObject({
    outcome: "already_credited",
    total: 2903.67,
    remaining: 0,
    allocations: [{ amount: 2903.67 }],
  });
  expect(world.sandbox.xero.books().credits).toHaveLength(1);
});

it("refuses to take up a credit note that is not approved, until it is", async () => {
  const world = await openWorld();
  const { invoice_id } = await world.invoice(DEAL.brand);
  const { xero } = world.sandbox;
  const { ContactID } = xero
    .books()
    .invoices.find(({ InvoiceID }) => InvoiceID === invoice_id)!.Contact;
  const { ID } = xero.person().createCreditNote({
    Type: "ACCRECCREDIT",
    Contact: { ContactID },
    Reference: "Credit for INV-0001",
    LineAmountTypes: "Inclusive",
    LineItems: [
      { Description: "Late", Quantity: 1, UnitAmount: 120, AccountCode: "200" },
    ],
  });
  const input = { invoice_id, amount: "120" };
  expect((await credit(world, input)).error).toBe(
    "Credit note CN-0001 with this reference and total is a draft: approve or delete it in Xero, then run this step again.",
  );
  xero.person().editCreditNote(ID, { Status: "AUTHORISED" });
  expect(await credit(world, input)).toMatchObject({
    outcome: "already_credited",
    allocations: [{ amount: 120 }],
  });
  expect(xero.books().credits).toHaveLength(1);
});

it.each([
  ["the whole", {}],
  ["a part", { amount: "120" }],
])("credits %s with the tracking of the invoice's lines", async (_, more) => {
  const world = await openWorld();
  const { TrackingCategoryID, Options } =
    world.sandbox.xero.books().trackingCategories[0]!;
  const { invoice_id } = await world.invoice(DEAL.brand, {
    tracking: [`${TrackingCategoryID}/${Options[1]!.TrackingOptionID}`],
  });
  await credit(world, { invoice_id, ...more });
  const lines = world.sandbox.xero
    .books()
    .credits.flatMap(({ LineItems }) => LineItems);
  expect(lines.length).toBeGreaterThan(0);
  for (const { Tracking } of lines)
    expect(Tracking).toMatchObject([{ Name: "Team", Option: "Growth" }]);
});
