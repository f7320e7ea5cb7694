import { bookInvoice, read } from "./booked";
import { messages, openTenant } from "./tenant";
import type { Answer } from "./tenant";

const batchOf = (answer: Answer) => {
  if (answer.status !== 200) throw new Error(answer.text);
  return answer.body.BatchPayments[0];
};

/** Two invoices of 120.00 and a batch that pays 120.00 of the first and 30.00 of the second. */
function open() {
  const tenant = openTenant();
  const [first, second] = [bookInvoice(tenant), bookInvoice(tenant)];
  tenant.clock.advance(1_000);
  const part = ({ InvoiceID }: { InvoiceID: string }, Amount: number) => ({
    Invoice: { InvoiceID },
    Amount,
  });
  const batch = (more: object = {}) => ({
    Account: { Code: "090" },
    Date: "2026-11-24",
    Reference: "payout po_1",
    Payments: [{ ...part(first, 120), Reference: "a" }, part(second, 30)],
    ...more,
  });
  const put = (more: object = {}) =>
    tenant.call("PUT", "/BatchPayments", { BatchPayments: [batch(more)] });
  return { tenant, first, second, part, put };
}

test("a batch makes its payments", async () => {
  const { tenant, first, second, put } = open();
  const made = batchOf(await put());
  expect(made).toMatchObject({
    Account: { CurrencyCode: "GBP" },
    Type: "RECBATCH",
    Status: "AUTHORISED",
    TotalAmount: 150,
    Reference: "payout po_1",
    Date: "/Date(1795478400000+0000)/",
    DateString: "2026-11-24T00:00:00",
    IsReconciled: false,
    UpdatedDateUTC: "/Date(1795428001000+0000)/",
    Payments: [
      {
        Invoice: { InvoiceID: first.InvoiceID, CurrencyCode: "GBP" },
        Amount: 120,
        BankAmount: 120,
        Reference: "a",
      },
      { Invoice: { InvoiceID: second.InvoiceID }, Amount: 30 },
    ],
  });
  const { BatchPaymentID } = made;
  const [payment] = made.Payments;
  expect(await read(tenant, `/Payments/${payment.PaymentID}`)).toMatchObject({
    BatchPaymentID,
    BatchPayment: { BatchPaymentID, Type: "RECBATCH", TotalAmount: 150 },
    Date: "/Date(1795478400000+0000)/",
    PaymentType: "ACCRECPAYMENT",
  });
  expect(await read(tenant, `/Invoices/${first.InvoiceID}`)).toMatchObject({
    Status: "PAID",
    Payments: [{ BatchPaymentID, Amount: 120 }],
    UpdatedDateUTC: "/Date(1795428001000+0000)/",
  });
  expect(await read(tenant, `/BatchPayments/${BatchPaymentID}`)).toEqual(made);
  const list = await tenant.call(
    "GET",
    `/BatchPayments?where=${encodeURIComponent('Type=="RECBATCH"')}`,
  );
  expect(list.body.BatchPayments).toEqual([made]);
});

test.each(["by path", "by body"])("deleting a batch %s", async (how) => {
  const { tenant, first, second, put } = open();
  const { BatchPaymentID, Payments } = batchOf(await put());
  tenant.clock.advance(1_000);
  const remove = () =>
    how === "by path"
      ? tenant.call("POST", `/BatchPayments/${BatchPaymentID}`, {
          Status: "DELETED",
        })
      : tenant.call("POST", "/BatchPayments", {
          BatchPaymentID,
          Status: "DELETED",
        });
  expect(batchOf(await remove())).toMatchObject({
    BatchPaymentID,
    Status: "DELETED",
    Payments: [],
    TotalAmount: 150,
    UpdatedDateUTC: "/Date(1795428002000+0000)/",
  });
  for (const { InvoiceID } of [first, second])
    expect(await read(tenant, `/Invoices/${InvoiceID}`)).toMatchObject({
      Status: "AUTHORISED",
      AmountDue: 120,
      UpdatedDateUTC: "/Date(1795428002000+0000)/",
    });
  for (const { PaymentID } of Payments)
    expect(await read(tenant, `/Payments/${PaymentID}`)).toMatchObject({
      Status: "DELETED",
    });
  expect(messages(await remove())).toEqual([
    "Batch payment not of valid status for modification",
  ]);
});

test("a payment of a batch does not go without its batch", async () => {
  const { tenant, first, second } = open();
  const person = tenant.xero.person();
  const { BatchPaymentID } = person.payBatch([
    { invoiceId: first.InvoiceID, amount: 10 },
    { invoiceId: second.InvoiceID, amount: 20 },
  ]);
  const [payment] = tenant.xero.books().payments;
  const answer = await tenant.call("POST", `/Payments/${payment!.PaymentID}`, {
    Status: "DELETED",
  });
  expect(messages(answer)).toEqual([
    "A payment of a batch can only be deleted with its batch.",
  ]);
  expect(person.deleteBatch(BatchPaymentID).Status).toBe("DELETED");
});

test("a batch of a locked day stays", async () => {
  const { tenant, put } = open();
  const { BatchPaymentID } = batchOf(await put());
  tenant.xero.books().organisation.PeriodLockDate = "2026-11-30";
  const answer = await tenant.call("POST", `/BatchPayments/${BatchPaymentID}`, {
    Status: "DELETED",
  });
  expect(messages(answer)).toEqual([
    "The document cannot be edited as it is currently dated before the period lock date",
  ]);
});

test("one bad payment refuses the batch and names itself", async () => {
  const { tenant, first, second, part, put } = open();
  const answer = await put({ Payments: [part(first, 120), part(second, 121)] });
  const ValidationErrors = [
    {
      Message: "Payment amount exceeds the amount outstanding on this document",
    },
  ];
  expect(answer.status).toBe(400);
  expect(answer.body.Elements).toEqual([
    expect.objectContaining({
      BatchPaymentID: "00000000-0000-0000-0000-000000000000",
      ValidationErrors,
      Payments: [
        expect.objectContaining({ ValidationErrors: [] }),
        expect.objectContaining({ ValidationErrors }),
      ],
    }),
  ]);
  expect(tenant.xero.books().payments).toEqual([]);
  expect(await read(tenant, `/Invoices/${first.InvoiceID}`)).toMatchObject({
    AmountDue: 120,
  });
});

test("the same invoice twice in a batch cannot be paid twice over", async () => {
  const { first, part, put } = open();
  const answer = await put({ Payments: [part(first, 70), part(first, 70)] });
  expect(messages(answer)).toEqual([
    "Payment amount exceeds the amount outstanding on this document",
  ]);
});

test.each<[object, string]>([
  [{ Payments: [] }, "A batch payment must have at least one payment."],
  [{ Account: undefined }, "Account code or ID must be specified"],
  [
    { Account: { Code: "970" } },
    "Account code '970' is not a valid code for bank transactions.",
  ],
  [
    { Date: "2025-06-30" },
    "The document date cannot be before the period lock date, currently set at 31-Dec-2025",
  ],
])("%j", async (change, message) => {
  const { put } = open();
  expect(messages(await put(change))).toEqual([message]);
});

test("bills are paid as PAYBATCH, and not together with sales", async () => {
  const { tenant, first, part, put } = open();
  const bill = bookInvoice(
    tenant,
    { AccountCode: "400" },
    { Type: "ACCPAY", InvoiceNumber: "B-1" },
  );
  expect(batchOf(await put({ Payments: [part(bill, 1)] })).Type).toBe(
    "PAYBATCH",
  );
  const both = await put({ Payments: [part(bill, 1), part(first, 1)] });
  expect(both.status).toBe(400);
  expect(tenant.xero.books().payments).toHaveLength(1);
});

test("a batch that is not there", async () => {
  const { tenant, first } = open();
  const { InvoiceID } = first;
  const path = `/BatchPayments/${InvoiceID}`;
  expect((await tenant.call("GET", path)).status).toBe(404);
  expect((await tenant.call("POST", path, {})).status).toBe(404);
  const answer = await tenant.call("POST", "/BatchPayments", {
    BatchPaymentID: InvoiceID,
    Status: "DELETED",
  });
  expect(messages(answer)).toEqual([
    "The document with the supplied id was not found for this endpoint.",
  ]);
});
