import { createFixedClock } from "@hubspot-xero/sandbox/clock";
import { DEAL } from "@hubspot-xero/sandbox/seed/deals";
import { creditNoteToDeal } from "../../../zapier-app/templates/creditNoteToDeal.template";
import { monthlyForecastToSlack } from "../../../zapier-app/templates/monthlyForecastToSlack.template";
import { overdueInvoiceToTask } from "../../../zapier-app/templates/overdueInvoiceToTask.template";
import { paymentToDealAndSlack } from "../../../zapier-app/templates/paymentToDealAndSlack.template";
import { followClock } from "../src/simulatedTime";
import { timeline } from "./timeline";
import { openZap, shown, type OpenZap } from "./zaps";

let giveBack = () => {};

afterEach(() => giveBack());

/** A deal that was invoiced, which the Zap has seen: the website over 7728.00. */
async function invoiced(
  { world, zap }: OpenZap,
  dealId = DEAL.website,
): Promise<string> {
  const { invoice_id = "" } = await world.invoice(dealId);
  await zap.poll();
  return invoice_id;
}

it("payment-to-deal-and-slack shows a payment on the deal and tells Slack; a reversal corrects the deal alone", async () => {
  const opened = await openZap(paymentToDealAndSlack, {
    5: { channel: "#money" },
  });
  const { world, zap, sent } = opened;
  const invoiceId = await invoiced(opened);
  const person = world.sandbox.xero.person();
  const payment = person.pay(invoiceId, 3000);
  await zap.poll();
  expect(shown(world, DEAL.website)).toMatchObject({
    state: "part paid",
    paid: "3000.00",
    due: "4728.00",
  });
  const message = {
    event: "Send Channel Message",
    fields: {
      channel: "#money",
      text: `Harbour & Finch Ltd paid 3000 GBP on invoice INV-0001. Still due: 4728 GBP. https://app.hubspot.com/contacts/2034521/record/0-3/${DEAL.website}`,
    },
  };
  expect(sent).toEqual([message]);
  expect(timeline(world, DEAL.website)).toHaveLength(1);
  person.deletePayment(payment.PaymentID);
  const [reversal] = await zap.poll();
  expect(reversal?.endedAt).toBe(4);
  expect(shown(world, DEAL.website)).toMatchObject({
    state: "awaiting payment",
    paid: "0.00",
    due: "7728.00",
  });
  expect(sent).toEqual([message]);
});

it("payment-to-deal-and-slack leaves payments on other invoices alone", async () => {
  const { world, zap, sent } = await openZap(paymentToDealAndSlack, {
    5: { channel: "#money" },
  });
  const person = world.sandbox.xero.person();
  const { InvoiceID } = person.createInvoice({
    Type: "ACCREC",
    Status: "AUTHORISED",
    Contact: { Name: "Walk-in" },
    DueDate: "2099-01-31",
    LineItems: [{ Description: "Mug", UnitAmount: 10, AccountCode: "200" }],
  });
  person.pay(InvoiceID, 5);
  expect(await zap.poll()).toMatchObject([{ endedAt: 2 }]);
  expect(sent).toEqual([]);
});

it("credit-note-to-deal shows what is credited, with one note however the invoice changes", async () => {
  const opened = await openZap(creditNoteToDeal);
  const { world, zap } = opened;
  const invoiceId = await invoiced(opened, DEAL.brand);
  expect(timeline(world, DEAL.brand)).toEqual([]);
  world.sandbox.clock.advance(60_000);
  await world.zapier.run("creates", "create_credit_note", {
    authData: world.authData,
    inputData: { invoice_id: invoiceId, amount: "452.01" },
  });
  await zap.poll();
  // 4452.01 - 452.01
  expect(shown(world, DEAL.brand)).toMatchObject({
    state: "part paid",
    credited: "452.01",
    due: "4000.00",
  });
  world.sandbox.clock.advance(60_000);
  world.sandbox.xero
    .person()
    .editInvoice(invoiceId, { Url: "https://a.example" });
  expect(await zap.poll()).toHaveLength(1);
  expect(timeline(world, DEAL.brand)).toHaveLength(1);
});

it("overdue-invoice-to-task gives the deal's owner one task on the day after the due date", async () => {
  const clock = createFixedClock(new Date("2026-11-02T09:00:00Z"));
  giveBack = followClock(clock);
  const opened = await openZap(overdueInvoiceToTask, {}, { clock });
  const { world, zap, sent } = opened;
  world.sandbox.hubspot.update("deals", DEAL.website, {
    hubspot_owner_id: "118204533",
  });
  const invoiceId = await invoiced(opened);
  const daysLater = async (days: number) => {
    clock.advance(days * 86_400_000);
    world.reconnect();
    await zap.poll();
  };
  await daysLater(30);
  expect([sent, shown(world, DEAL.website).state]).toEqual([
    [],
    "awaiting payment",
  ]);
  await daysLater(1);
  expect(shown(world, DEAL.website)).toMatchObject({
    state: "overdue",
    due: "7728.00",
  });
  const task = {
    event: "Create Engagement",
    fields: {
      type: "Task",
      owner: "118204533",
      subject: "Invoice INV-0001 is overdue",
      body: `7728 GBP of Harbour & Finch Ltd were due on 2026-12-02. https://go.xero.com/AccountsReceivable/View.aspx?InvoiceID=${invoiceId}`,
      deals: DEAL.website,
    },
  };
  expect(sent).toEqual([task]);
  world.sandbox.xero.person().pay(invoiceId, 100);
  await daysLater(1);
  await daysLater(1);
  expect(sent).toEqual([task]);
});

it("monthly-forecast-to-slack posts the forecast with the invoices that are open", async () => {
  const { world, zap, sent } = await openZap(monthlyForecastToSlack, {
    1: { dom: "1" },
    2: { tax_percent: 20 },
    3: { channel: "#cash" },
  });
  const { outputs: before } = await zap.run({ id: "2026-11-01" });
  world.sandbox.xero.person().createInvoice({
    Type: "ACCREC",
    Status: "AUTHORISED",
    Contact: { Name: "Walk-in" },
    DueDate: new Date(Date.now() + 86_400_000).toISOString().slice(0, 10),
    LineAmountTypes: "NoTax",
    LineItems: [{ Description: "Mugs", UnitAmount: 1200, AccountCode: "200" }],
  });
  const { outputs } = await zap.run({ id: "2026-12-01" });
  const due = (of: typeof outputs) =>
    (of[2]?.["months"] as { as_due: number }[]).reduce(
      (sum, { as_due }) => sum + as_due,
      0,
    );
  expect(due(outputs) - due(before)).toBeCloseTo(1200, 2);
  expect(sent[1]).toEqual({
    event: "Send Channel Message",
    fields: { channel: "#cash", text: outputs[2]?.["text"] },
  });
  expect(sent[1]?.fields["text"]).toMatch(
    /^Expected cash in GBP\n\d{4}-\d\d: /,
  );
});
