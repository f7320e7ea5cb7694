import {
  CHANGED,
  DEAL_URL,
  invoices,
  NOW,
  partPaid,
  xeroDate,
} from "../fixtures/changes";
import { ACCOUNT, accountReply } from "../fixtures/hubspot";
import { vendors } from "../fixtures/vendors";
import {
  CONTACT_ID,
  FIND_INVOICES,
  INVOICE_ID,
  INVOICE_URL,
} from "../fixtures/xero";
import { newZap, stopClock, undeclared } from "../fixtures/zap";

const KEY = "invoice_updated";
const EVENT_ID = `${INVOICE_ID}:${Date.parse(CHANGED)}`;

beforeEach(() => stopClock(NOW));
afterEach(() => jest.useRealTimers());

const overdueQuery = (from: string, until: string) => ({
  where: `Type=="ACCREC" AND Status=="AUTHORISED" AND DueDate>=DateTime(${from}) AND DueDate<DateTime(${until})`,
  page: "1",
  pageSize: "1000",
  unitdp: "4",
});

it("the first poll asks for the sales invoices that changed in a week, and for those overdue in the account's zone", async () => {
  const wire = vendors(accountReply, invoices(partPaid()), invoices());
  const events = await newZap().trigger(KEY);
  expect(wire.calls()).toEqual([ACCOUNT, FIND_INVOICES, FIND_INVOICES]);
  expect(wire.headers(1)["if-modified-since"]).toBe("2026-11-15T11:30:00");
  expect(wire.query(1)).toEqual({
    order: "UpdatedDateUTC ASC",
    where: 'Type=="ACCREC"',
    page: "1",
    pageSize: "1000",
    unitdp: "4",
  });
  expect(wire.headers(2)).not.toHaveProperty("if-modified-since");
  // the 23rd in Auckland, while it is the 22nd in Greenwich
  expect(wire.query(2)).toEqual(overdueQuery("2026,11,16", "2026,11,23"));
  expect(events).toEqual([
    {
      id: EVENT_ID,
      invoice_id: INVOICE_ID,
      invoice_number: "INV-0042",
      status: "AUTHORISED",
      billing_state: "part paid",
      sent: true,
      invoice_url: INVOICE_URL,
      reference: "Spring (HS-701)",
      date: "2026-11-23",
      due_date: "2026-12-14",
      currency: "GBP",
      total: 5622.89,
      amount_paid: 2400,
      amount_due: 3222.89,
      amount_credited: 0,
      last_payment_date: "2026-11-21",
      contact_id: CONTACT_ID,
      customer_name: "Harbour & Finch",
      deal_id: "701",
      deal_url: DEAL_URL,
      updated_at: CHANGED,
    },
  ]);
  expect(undeclared("triggers", KEY, events[0]!)).toEqual([]);
});

it("each change of an invoice is an event, and a change that is read again is the same", async () => {
  const zap = newZap();
  vendors(accountReply, invoices(partPaid()), invoices());
  const first = await zap.trigger(KEY);
  vendors(invoices(partPaid()));
  expect(await zap.trigger(KEY)).toEqual(first);
  const paidAt = "2026-11-22T11:25:00.000Z";
  vendors(
    invoices(partPaid({ Status: "PAID", UpdatedDateUTC: xeroDate(paidAt) })),
  );
  expect(await zap.trigger(KEY)).toMatchObject([
    { id: `${INVOICE_ID}:${Date.parse(paidAt)}`, billing_state: "paid" },
  ]);
});

it("of an invoice that is read twice in a poll, the later reading is the event", async () => {
  const paidAt = "2026-11-22T11:25:00.000Z";
  const paid = partPaid({ Status: "PAID", UpdatedDateUTC: xeroDate(paidAt) });
  vendors(accountReply, invoices(partPaid(), paid), invoices());
  expect(await newZap().trigger(KEY)).toMatchObject([
    { id: `${INVOICE_ID}:${Date.parse(paidAt)}`, billing_state: "paid" },
  ]);
});

describe("an invoice that became overdue by time alone", () => {
  const late = partPaid({
    DueDate: xeroDate("2026-11-22"),
    UpdatedDateUTC: xeroDate("2026-10-01T09:00:00Z"),
  });
  const LATE_ID = `${INVOICE_ID}:overdue:2026-11-22`;

  it("is an event once for its due date, and asked for once a day", async () => {
    const zap = newZap();
    vendors(accountReply, invoices(), invoices(late));
    const first = await zap.trigger(KEY);
    expect(first).toMatchObject([
      { id: LATE_ID, billing_state: "overdue", due_date: "2026-11-22" },
    ]);
    expect(undeclared("triggers", KEY, first[0]!)).toEqual([]);
    const wire = vendors(invoices());
    expect(await zap.trigger(KEY)).toEqual(first);
    expect(wire.calls()).toEqual([FIND_INVOICES]);
  });

  it("is asked for again on the next day in the account's zone", async () => {
    const zap = newZap();
    vendors(accountReply, invoices(), invoices(late));
    await zap.trigger(KEY);
    // five past midnight on the 24th in Auckland
    jest.setSystemTime(new Date("2026-11-23T11:05:00.000Z"));
    const wire = vendors(invoices(), invoices(late));
    expect((await zap.trigger(KEY)).map(({ id }) => id)).toEqual([LATE_ID]);
    expect(wire.headers(0)["if-modified-since"]).toBe("2026-11-22T10:40:00");
    expect(wire.query(1)).toEqual(overdueQuery("2026,11,17", "2026,11,24"));
  });
});

it("the editor's sample is the three sales invoices that changed last", async () => {
  const ids = ["c", "b", "a"];
  const wire = vendors(
    accountReply,
    invoices(...ids.map((InvoiceID) => partPaid({ InvoiceID }))),
  );
  const events = await newZap().trigger(KEY, {}, { isLoadingSample: true });
  expect(wire.calls()).toEqual([ACCOUNT, FIND_INVOICES]);
  expect(wire.query(1)).toEqual({
    order: "UpdatedDateUTC DESC",
    where: 'Type=="ACCREC"',
    page: "1",
    pageSize: "3",
  });
  expect(wire.headers(1)).not.toHaveProperty("if-modified-since");
  expect(events.map((event) => event["invoice_id"])).toEqual(ids);
  expect(undeclared("triggers", KEY, events[0]!)).toEqual([]);
});
