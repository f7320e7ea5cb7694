import { allocateCredit } from "../../src/flows/allocateCredit";
import type { Context } from "../../src/flows/context";
import { CONTACT_ID, INVOICE_ID, settings, xeroInvoice } from "../builders";
import { allocationWire, overpaymentWire } from "../allocation/creditWire";
import { connectionReset, scriptedSend, type Reply } from "../scriptedSend";
import { TENANT, warmContext } from "./warmContext";

const GET_INVOICE = `GET xero /Invoices/${INVOICE_ID}`;
const GET_CREDIT = "GET xero /Overpayments/over-1";
const PUT = "PUT xero /Overpayments/over-1/Allocations";
const INPUT = {
  creditType: "overpayment",
  creditId: "over-1",
  invoiceId: INVOICE_ID,
  amount: "60",
};
const invoice: Reply = {
  call: GET_INVOICE,
  body: {
    Invoices: [
      xeroInvoice({
        Status: "AUTHORISED",
        InvoiceNumber: "INV-0042",
        CurrencyCode: "GBP",
        Contact: { ContactID: CONTACT_ID, Name: "Harbour & Finch" },
        AmountDue: 72.5,
        AmountCredited: 5,
      }),
    ],
  },
};
const credit = (changes: object = {}): Reply => ({
  call: GET_CREDIT,
  body: { Overpayments: [overpaymentWire(changes)] },
});
const made: Reply = { call: PUT, body: { Allocations: [{ Amount: 60 }] } };
const refused: Reply = {
  call: PUT,
  status: 400,
  body: { Elements: [{ ValidationErrors: [{ Message: "Not now" }] }] },
};
const lost: Reply = { call: PUT, breaks: connectionReset() };

const start = async (...replies: Reply[]) => {
  const script = scriptedSend(...replies);
  const context: Context = {
    ...(await warmContext(script)),
    digest: (text) => text,
  };
  return { script, context };
};

it("reads both, then writes once under a key of what it writes", async () => {
  const { script, context } = await start(invoice, credit(), made);
  const result = await allocateCredit(context, INPUT);
  expect(script.calls).toEqual([GET_INVOICE, GET_CREDIT, PUT]);
  expect(script.requests[1]?.query).toEqual({ unitdp: 4 });
  expect(script.requests[2]).toEqual({
    vendor: "xero",
    method: "PUT",
    path: "/api.xro/2.0/Overpayments/over-1/Allocations",
    headers: {
      "Xero-Tenant-Id": TENANT,
      "Idempotency-Key": `${TENANT}|allocation|overpayment|over-1|${INVOICE_ID}|60|2026-11-23T10:00:00.000Z|0`,
    },
    body: {
      Allocations: [
        { Invoice: { InvoiceID: INVOICE_ID }, Amount: 60, Date: "2026-11-23" },
      ],
    },
  });
  // 60.00 - 60.00; 72.50 - 60.00; 5.00 + 60.00
  expect(result).toMatchObject({
    outcome: "allocated",
    credit: { status: "PAID", remaining: "0", allocations: [{ amount: "60" }] },
    invoice: { status: "AUTHORISED", amountDue: "12.5", amountCredited: "65" },
  });
});

it("writes nothing where an earlier run has", async () => {
  const used = {
    Status: "PAID",
    RemainingCredit: 0,
    Allocations: [allocationWire(60)],
  };
  const { script, context } = await start(invoice, credit(used));
  expect(await allocateCredit(context, INPUT)).toMatchObject({
    outcome: "already_allocated",
    allocation: { amount: "60", date: "2026-11-23" },
    invoice: { amountDue: "72.5" },
  });
  expect(script.calls).toEqual([GET_INVOICE, GET_CREDIT]);
});

it("the attempt after a refused one has another key, and one after a lost answer the same", async () => {
  const run = [invoice, credit()];
  const { script, context } = await start(
    ...[...run, lost],
    ...[...run, refused],
    ...[...run, made],
  );
  for (const kind of ["server", "validation"])
    await expect(allocateCredit(context, INPUT)).rejects.toMatchObject({
      kind,
    });
  await allocateCredit(context, INPUT);
  const attempts = script.requests.flatMap(({ headers }) => {
    const key = headers?.["Idempotency-Key"];
    return key ? key.split("|").at(-1) : [];
  });
  expect(attempts).toEqual(["0", "0", "1"]);
});

it("what a poll saw of the invoice counts no more, also where the answer was lost", async () => {
  const key = `invoice-${TENANT}-${INVOICE_ID}`;
  const { context } = await start(invoice, credit(), lost);
  await context.cache.set(key, { id: INVOICE_ID }, 900);
  await expect(allocateCredit(context, INPUT)).rejects.toThrow();
  expect(await context.cache.get(key)).toBe(false);
});

it("a day in a locked period is refused before anything is written", async () => {
  const replies: Reply[] = [
    // 20 November 2026
    {
      call: "GET xero /Organisation",
      body: {
        Organisations: [{ PeriodLockDate: "/Date(1795132800000+0000)/" }],
      },
    },
    { call: "GET xero /Accounts", body: { Accounts: [] } },
    { call: "GET xero /TaxRates", body: { TaxRates: [] } },
  ];
  const { script, context } = await start(invoice, credit(), ...replies);
  await context.cache.set(
    `xero-settings-${TENANT}`,
    settings({ lockedUntil: "2026-11-20" }),
    3600,
  );
  await expect(
    allocateCredit(context, { ...INPUT, date: "2026-11-20" }),
  ).rejects.toMatchObject({
    kind: "validation",
    message:
      "The overpayment of 2026-11-20 over 60.00 GBP: the allocation date 2026-11-20 lies in a period that is locked in Xero until 2026-11-20. Choose a later date, or move the lock date in Xero (Settings > Financial settings).",
  });
  expect(script.calls).not.toContain(PUT);
});

it.each<[what: string, reply: Reply, met: object]>([
  [
    "that Xero does not have",
    { call: GET_CREDIT, status: 404, body: "" },
    {
      kind: "notFound",
      message:
        "Xero has no overpayment over-1 of a customer. Check the ID, the credit type and the organisation; those of suppliers cannot be used here.",
    },
  ],
  [
    "to a supplier",
    credit({ Type: "SPEND-OVERPAYMENT" }),
    { kind: "notFound" },
  ],
  [
    "that was not asked for",
    credit({ OverpaymentID: "over-2" }),
    {
      kind: "server",
      message:
        "Xero's answer about overpayment over-1 does not name it. Run this step again: nothing is done twice.",
    },
  ],
  [
    "of an answer without a list",
    { call: GET_CREDIT, body: {} },
    { kind: "server" },
  ],
])("a credit %s ends the step", async (_, reply, met) => {
  const { script, context } = await start(invoice, reply);
  await expect(allocateCredit(context, INPUT)).rejects.toMatchObject(met);
  expect(script.calls).toEqual([GET_INVOICE, GET_CREDIT]);
});
