import { DEAL } from "@hubspot-xero/sandbox/seed/deals";
import { openWorld, type World } from "./world";

interface PaymentEvent {
  id: string;
  reversed: boolean;
  amount: number;
  invoice_id: string;
  invoice_number: string;
  deal_id?: string;
  deal_url?: string;
  amount_paid: number;
  amount_due: number;
}

const poll = ({ zapier, authData }: World) =>
  zapier.run<PaymentEvent[]>("triggers", "payment_received", {
    authData,
    inputData: {},
  });

const updateDeal = (
  { zapier, authData }: World,
  inputData: Record<string, unknown>,
) => zapier.run("creates", "update_deal_billing", { authData, inputData });

/** What the deal shows of its invoice. */
function shown({ sandbox }: World, dealId: string) {
  const { properties } = sandbox.hubspot.get("deals", dealId)!;
  return {
    state: properties["xero_invoice_status"],
    paid: properties["xero_amount_paid"],
    due: properties["xero_amount_due"],
    credited: properties["xero_amount_credited"],
    lastPayment: properties["xero_last_payment_date"],
  };
}

async function openInvoiced(): Promise<World & { invoiceId: string }> {
  const world = await openWorld();
  const { invoice_id = "" } = await world.invoice(DEAL.website);
  await poll(world);
  return { ...world, invoiceId: invoice_id };
}

it("carries each payment to its deal, by one HubSpot call", async () => {
  const world = await openInvoiced();
  const { xero, meter } = world.sandbox;
  xero.person().pay(world.invoiceId, 3000, { date: "2026-11-20" });
  const polled = await meter.during(() => poll(world));
  expect(polled.calls.map(({ path }) => path)).toEqual([
    "/api.xro/2.0/Payments",
    "/api.xro/2.0/Invoices",
  ]);
  // 7728 in all; 3000 paid, 4728 to pay.
  expect(polled.result).toMatchObject([
    {
      reversed: false,
      amount: 3000,
      invoice_number: "INV-0001",
      deal_id: DEAL.website,
      deal_url: `https://app.hubspot.com/contacts/2034521/record/0-3/${DEAL.website}`,
      amount_paid: 3000,
      amount_due: 4728,
    },
  ]);
  const updated = await meter.during(() =>
    updateDeal(world, { invoice_id: polled.result[0]?.invoice_id }),
  );
  expect(updated.calls.map(({ vendor, method }) => [vendor, method])).toEqual([
    ["hubspot", "PATCH"],
  ]);
  expect(shown(world, DEAL.website)).toEqual({
    state: "part paid",
    paid: "3000.00",
    due: "4728.00",
    credited: "0.00",
    lastPayment: "2026-11-20",
  });
});

it("polls with one call and 400 bytes at most when nothing happened", async () => {
  const world = await openInvoiced();
  world.sandbox.xero.person().pay(world.invoiceId, 100);
  await poll(world);
  // Behind the overlap of fifty minutes, the payment does not come again.
  jest.useFakeTimers({ doNotFake: ["setImmediate", "nextTick"] });
  jest.setSystemTime(Date.now() + 55 * 60_000);
  await poll(world);
  jest.setSystemTime(Date.now() + 55 * 60_000);
  const { result, calls } = await world.sandbox.meter.during(() => poll(world));
  jest.useRealTimers();
  expect(result).toEqual([]);
  expect(calls).toHaveLength(1);
  expect(calls[0]?.responseBytes).toBeLessThanOrEqual(400);
});

it("tells a reversal as an event of its own, and opens the deal's invoice again", async () => {
  const world = await openInvoiced();
  const person = world.sandbox.xero.person();
  const payment = person.pay(world.invoiceId, 7728);
  const [paid] = await poll(world);
  await updateDeal(world, { invoice_id: world.invoiceId });
  expect(shown(world, DEAL.website)).toMatchObject({
    state: "paid",
    due: "0.00",
  });
  person.deletePayment(payment.PaymentID);
  const events = await poll(world);
  expect(events.map(({ id, reversed }) => ({ id, reversed }))).toEqual([
    { id: `${paid?.id}:reversed`, reversed: true },
  ]);
  await updateDeal(world, { invoice_id: world.invoiceId });
  expect(shown(world, DEAL.website)).toMatchObject({
    state: "awaiting payment",
    paid: "0.00",
    due: "7728.00",
    lastPayment: undefined,
  });
});

it("finds the deal by invoice number or by the deal itself", async () => {
  const world = await openInvoiced();
  world.sandbox.xero.person().pay(world.invoiceId, 28);
  await updateDeal(world, { invoice_number: "INV-0001" });
  expect(shown(world, DEAL.website)).toMatchObject({
    paid: "28.00",
    due: "7700.00",
  });
  world.sandbox.xero.person().pay(world.invoiceId, 7700);
  await updateDeal(world, { deal_id: DEAL.website });
  expect(shown(world, DEAL.website)).toMatchObject({
    state: "paid",
    paid: "7728.00",
  });
});

it("finds the deal by an invoice number that a supplier's bill has too", async () => {
  const world = await openWorld();
  const { xero } = world.sandbox;
  xero.person().createInvoice({
    Type: "ACCPAY",
    Status: "AUTHORISED",
    InvoiceNumber: "INV-0001",
    Contact: { Name: "Paper & Ink Supplies" },
    DueDate: "2099-01-31",
    LineItems: [
      { Description: "Paper", Quantity: 1, UnitAmount: 50, AccountCode: "860" },
    ],
  });
  const { invoice_id = "" } = await world.invoice(DEAL.website);
  xero.person().pay(invoice_id, 28);
  await updateDeal(world, { invoice_number: "INV-0001" });
  expect(shown(world, DEAL.website)).toMatchObject({ paid: "28.00" });
});

it("halts on an invoice that no deal has, and the payment fires all the same", async () => {
  const world = await openInvoiced();
  const person = world.sandbox.xero.person();
  const stray = person.createInvoice({
    Type: "ACCREC",
    Status: "AUTHORISED",
    Contact: { Name: "Paper & Ink Supplies" },
    Date: "2026-11-23",
    DueDate: "2026-12-23",
    LineItems: [
      { Description: "Paper", Quantity: 1, UnitAmount: 50, AccountCode: "200" },
    ],
  });
  person.pay(stray.InvoiceID, 60);
  const [event] = await poll(world);
  expect(event).toMatchObject({ amount: 60, invoice_number: "INV-0002" });
  expect(event).not.toHaveProperty("deal_id");
  await expect(
    updateDeal(world, { invoice_id: stray.InvoiceID }),
  ).rejects.toMatchObject({
    name: "HaltedError",
    message: expect.stringMatching(/^No deal has invoice INV-0002\./),
  });
});
