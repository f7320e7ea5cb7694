import {
  listInvoiceUpdates,
  sampleInvoiceUpdates,
} from "../../src/flows/listInvoiceUpdates";
import type { XeroInvoice } from "../../src/xero/wire";
import { INVOICE_ID, xeroInvoice } from "../builders";
import { scriptedSend } from "../scriptedSend";
import { warmContext } from "./warmContext";

// 23 November 2026, 10:00:00.250 UTC
const CHANGED = 1795428000250;
const changed = (changes: XeroInvoice = {}) =>
  xeroInvoice({
    Status: "AUTHORISED",
    UpdatedDateUTC: `/Date(${CHANGED}+0000)/`,
    ...changes,
  });
const reply = (...Invoices: XeroInvoice[]) => ({
  call: "GET xero /Invoices",
  body: { Invoices },
});
// 22 November 2026
const DueDate = "/Date(1795305600000+0000)/";

it("a change is told with the state and the deal of the invoice", async () => {
  const script = scriptedSend(reply(changed({ SentToContact: true })), reply());
  expect(await listInvoiceUpdates(await warmContext(script))).toMatchObject([
    {
      id: `${INVOICE_ID}:${CHANGED}`,
      invoiceId: INVOICE_ID,
      status: "AUTHORISED",
      billingState: "awaiting payment",
      sent: true,
      total: 6000,
      dealId: "701",
      updatedAt: "2026-11-23T10:00:00.250Z",
    },
  ]);
  expect(script.requests[0]).toMatchObject({
    query: {
      where: 'Type=="ACCREC"',
      order: "UpdatedDateUTC ASC",
      page: 1,
      pageSize: 1000,
    },
    headers: { "If-Modified-Since": "2026-11-15T11:30:00" },
  });
});

it("each change of an invoice is another event, the same one is not", async () => {
  const script = scriptedSend(
    reply(changed()),
    reply(),
    reply(changed()),
    reply(changed({ UpdatedDateUTC: `/Date(${CHANGED + 1000}+0000)/` })),
  );
  const context = await warmContext(script);
  const ids = [];
  for (let poll = 0; poll < 3; poll += 1)
    ids.push((await listInvoiceUpdates(context)).map(({ id }) => id));
  expect(ids).toEqual([
    [`${INVOICE_ID}:${CHANGED}`],
    [`${INVOICE_ID}:${CHANGED}`],
    [`${INVOICE_ID}:${CHANGED + 1000}`],
  ]);
});

it("time alone makes an invoice overdue, and it is told once a day", async () => {
  const late = changed({ DueDate });
  const script = scriptedSend(reply(), reply(late), reply(), reply());
  const context = await warmContext(script);
  const event = {
    id: `${INVOICE_ID}:overdue:2026-11-22`,
    billingState: "overdue",
    dueDate: "2026-11-22",
  };
  expect(await listInvoiceUpdates(context)).toMatchObject([event]);
  // 14:00 and 22:00 on the same day in Auckland: no further call for it
  for (const now of ["2026-11-23T01:00:00.000Z", "2026-11-23T09:00:00.000Z"])
    expect(await listInvoiceUpdates({ ...context, now })).toMatchObject([
      event,
    ]);
  expect(script.calls).toHaveLength(4);
  // It is the 23rd in Auckland: what fell due on the 22nd is overdue.
  expect(script.requests[1]?.query).toMatchObject({
    where:
      'Type=="ACCREC" AND Status=="AUTHORISED" AND DueDate>=DateTime(2026,11,16) AND DueDate<DateTime(2026,11,23)',
  });
});

it("the next day asks again", async () => {
  const script = scriptedSend(reply(), reply(), reply(), reply());
  const context = await warmContext(script);
  await listInvoiceUpdates(context);
  const now = "2026-11-23T11:00:00.000Z"; // midnight in Auckland
  await listInvoiceUpdates({ ...context, now });
  expect(script.requests[3]?.query).toMatchObject({
    where: expect.stringContaining("DueDate<DateTime(2026,11,24)") as string,
  });
});

it("a sample takes the invoices that changed last, in one call", async () => {
  const script = scriptedSend(reply(changed()));
  const events = await sampleInvoiceUpdates(await warmContext(script), 3);
  expect(events).toHaveLength(1);
  expect(script.requests[0]?.query).toMatchObject({
    where: 'Type=="ACCREC"',
    order: "UpdatedDateUTC DESC",
    pageSize: 3,
  });
});

it("an invoice without the instant of its change fires nothing", async () => {
  const timeless = changed({ UpdatedDateUTC: undefined });
  const script = scriptedSend(
    reply(timeless, changed({ InvoiceID: "other" })),
    reply(changed({ ...timeless, DueDate })),
    reply(timeless),
  );
  const context = await warmContext(script);
  const events = await listInvoiceUpdates(context);
  expect(events.map(({ id }) => id)).toEqual([`other:${CHANGED}`]);
  expect(await sampleInvoiceUpdates(context, 3)).toEqual([]);
});
