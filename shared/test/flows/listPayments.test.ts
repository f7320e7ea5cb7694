import { currentInvoice } from "../../src/flows/invoiceSnapshots";
import { listPayments, samplePayments } from "../../src/flows/listPayments";
import type { XeroPayment } from "../../src/xero/wire";
import { INVOICE_ID, xeroInvoice } from "../builders";
import { scriptedSend } from "../scriptedSend";
import { FakePayments, HOUR, MINUTE } from "./fakePayments";
import { warmContext } from "./warmContext";

const DEAL_URL = "https://app.hubspot.com/contacts/2034521/record/0-3/701";
const payment = (changes: XeroPayment = {}): XeroPayment => ({
  PaymentID: "payment-1",
  PaymentType: "ACCRECPAYMENT",
  Status: "AUTHORISED",
  Date: "/Date(1795132800000+0000)/",
  Amount: 1500.5,
  Invoice: { InvoiceID: INVOICE_ID },
  UpdatedDateUTC: "/Date(1795346000000+0000)/",
  ...changes,
});
const reply = (...Payments: XeroPayment[]) => ({
  call: "GET xero /Payments",
  body: { Payments },
});
const invoicesReply = (...Invoices: ReturnType<typeof xeroInvoice>[]) => ({
  call: "GET xero /Invoices",
  body: { Invoices },
});
const partPaid = xeroInvoice({
  Status: "AUTHORISED",
  AmountPaid: 1500.5,
  AmountDue: 4499.5,
  Url: DEAL_URL,
});

it("a payment comes with its invoice as it stands now and its deal", async () => {
  const script = scriptedSend(reply(payment()), invoicesReply(partPaid));
  const events = await listPayments(await warmContext(script));
  expect(events).toMatchObject([
    {
      id: "payment-1",
      paymentId: "payment-1",
      reversed: false,
      amount: 1500.5,
      currency: "GBP",
      paidOn: "2026-11-20",
      invoiceId: INVOICE_ID,
      invoiceNumber: "INV-0042",
      invoiceStatus: "AUTHORISED",
      invoiceTotal: 6000,
      amountPaid: 1500.5,
      amountDue: 4499.5,
      customerName: "Harbour & Finch",
      dealId: "701",
      dealUrl: DEAL_URL,
    },
  ]);
  // A first poll looks back seven days.
  expect(script.requests[0]).toMatchObject({
    query: { order: "UpdatedDateUTC ASC", page: 1, pageSize: 1000 },
    headers: { "If-Modified-Since": "2026-11-15T11:30:00" },
  });
  expect(script.requests[1]?.query).toMatchObject({ IDs: INVOICE_ID });
});

it("an invoice that was not made from a deal fires without one", async () => {
  const stray = xeroInvoice({ Reference: "PO 7", Url: "https://shop.example" });
  const script = scriptedSend(reply(payment()), invoicesReply(stray));
  const [event] = await listPayments(await warmContext(script));
  expect(event).toMatchObject({ id: "payment-1", invoiceReference: "PO 7" });
  expect(event?.dealId).toBeUndefined();
  expect(event?.dealUrl).toBeUndefined();
});

it("suppliers' payments and refunds fire nothing and cost no call", async () => {
  const script = scriptedSend(
    reply(
      payment({ PaymentType: "ACCPAYPAYMENT" }),
      payment({ PaymentType: "ARCREDITPAYMENT", PaymentID: "payment-2" }),
    ),
  );
  expect(await listPayments(await warmContext(script))).toEqual([]);
});

it("what was there before a Zap is noted by its ids, newest first, without its invoices", async () => {
  const fake = new FakePayments();
  fake.add(120);
  fake.now += MINUTE;
  fake.reverse("payment-00007");
  const noted = await listPayments(fake.context(), { populate: true });
  expect(noted).toHaveLength(120);
  expect(noted[0]?.id).toBe("payment-00007:reversed");
  expect(noted.at(-1)?.id).toBe("payment-00000");
  expect(fake.invoiceReads).toEqual([]);
});

it("an idle poll takes one call", async () => {
  const fake = new FakePayments();
  fake.add(3);
  await listPayments(fake.context());
  fake.now += HOUR;
  await listPayments(fake.context());
  fake.pages.length = fake.invoiceReads.length = 0;
  fake.now += HOUR;
  expect(await listPayments(fake.context())).toEqual([]);
  expect(fake.pages).toHaveLength(1);
  expect(fake.invoiceReads).toEqual([]);
});

it("what the overlap brings again costs no second call", async () => {
  const fake = new FakePayments();
  fake.add(3);
  const first = await listPayments(fake.context());
  fake.now += MINUTE;
  expect(await listPayments(fake.context())).toEqual(first);
  expect(fake.pages).toHaveLength(2);
  expect(fake.invoiceReads).toHaveLength(1);
});

it.each([
  [1, [1]],
  [50, [50]],
  [51, [50, 1]],
  [120, [50, 50, 20]],
])("the payments of %p invoices read %p of them", async (count, expected) => {
  const fake = new FakePayments();
  for (let index = 0; index < count; index += 1)
    fake.add(1, { Invoice: { InvoiceID: `invoice-${index}` } });
  expect(await listPayments(fake.context())).toHaveLength(count);
  expect(fake.pages).toHaveLength(1);
  expect(fake.invoiceReads.map((ids) => ids.length)).toEqual(expected);
});

it("a reversal is an event of its own, beside the payment's", async () => {
  const fake = new FakePayments();
  fake.add(2);
  await listPayments(fake.context());
  fake.now += MINUTE;
  fake.reverse("payment-00000");
  const events = await listPayments(fake.context());
  expect(events.map(({ id, reversed }) => [id, reversed])).toEqual([
    ["payment-00000:reversed", true],
    ["payment-00001", false],
  ]);
});

it("a change of a payment's reference is no new event", async () => {
  const fake = new FakePayments();
  fake.add(1);
  await listPayments(fake.context());
  fake.now += MINUTE;
  fake.change("payment-00000", { Reference: "BACS 18" });
  const events = await listPayments(fake.context());
  expect(events.map(({ id }) => id)).toEqual(["payment-00000"]);
});

it("the newest comes first, and its invoice waits for the action", async () => {
  const script = scriptedSend(
    reply(payment(), payment({ PaymentID: "payment-2" })),
    invoicesReply(partPaid),
  );
  const context = await warmContext(script);
  const events = await listPayments(context);
  expect(events.map(({ id }) => id)).toEqual(["payment-2", "payment-1"]);
  const invoice = await currentInvoice(context, INVOICE_ID);
  expect(invoice.amountPaid).toBe("1500.5");
});

it("a sample takes the newest of all time, newest first", async () => {
  const script = scriptedSend(
    reply(payment({ PaymentID: "payment-2" }), payment()),
    invoicesReply(partPaid),
  );
  const events = await samplePayments(await warmContext(script), 3);
  expect(events.map(({ id }) => id)).toEqual(["payment-2", "payment-1"]);
  expect(script.requests[0]).toMatchObject({
    query: { order: "UpdatedDateUTC DESC", page: 1, pageSize: 3 },
  });
});
