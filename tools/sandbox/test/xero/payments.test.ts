import { read } from "./booked";
import { BILL, open, paymentOf, put, remove } from "./paymentCalls";
import { approved, CITY, messages, openTenant } from "./tenant";

describe("paying an invoice", () => {
  test("a part is paid, and the invoice says so at once", async () => {
    const { tenant, InvoiceID, payment } = open();
    const made = paymentOf(
      await put(tenant, payment({ Reference: "stripe pi_1" })),
    );
    expect(made).toMatchObject({
      PaymentType: "ACCRECPAYMENT",
      Status: "AUTHORISED",
      Date: "/Date(1795478400000+0000)/",
      Amount: 50,
      BankAmount: 50,
      CurrencyRate: 1,
      Reference: "stripe pi_1",
      HasAccount: true,
      IsReconciled: false,
      HasValidationErrors: false,
      UpdatedDateUTC: "/Date(1795428005000+0000)/",
      Account: { Code: "090", Name: "Business Bank" },
      Invoice: { InvoiceID, AmountDue: 70, AmountPaid: 50 },
    });
    expect(made).not.toHaveProperty("BatchPaymentID");
    expect(made).not.toHaveProperty("Warnings");
    expect(await read(tenant, `/Invoices/${InvoiceID}`)).toMatchObject({
      Status: "AUTHORISED",
      AmountDue: 70,
      AmountPaid: 50,
      UpdatedDateUTC: "/Date(1795428005000+0000)/",
      Payments: [{ PaymentID: made.PaymentID, Amount: 50 }],
    });
  });

  test("the last part makes it PAID on the day of the latest payment", async () => {
    const { tenant, InvoiceID, payment } = open();
    await put(tenant, payment({ Date: "2026-11-30", Amount: 70.01 }));
    await put(tenant, payment({ Date: "2026-11-25", Amount: 49.99 }));
    expect(await read(tenant, `/Invoices/${InvoiceID}`)).toMatchObject({
      Status: "PAID",
      AmountDue: 0,
      AmountPaid: 120,
      FullyPaidOnDate: "/Date(1795996800000+0000)/",
    });
  });

  test.each(["Invoice", "top"])("by number (%s)", async (place) => {
    const { tenant, payment } = open();
    const InvoiceNumber = "inv-0001";
    const named =
      place === "Invoice"
        ? { Invoice: { InvoiceNumber } }
        : { Invoice: undefined, InvoiceNumber };
    expect(paymentOf(await put(tenant, payment(named)))).toMatchObject({
      Invoice: { InvoiceNumber: "INV-0001" },
    });
  });

  test("a payment before the invoice is taken with a warning", async () => {
    const { tenant, payment } = open();
    expect(
      paymentOf(await put(tenant, payment({ Date: "2026-11-20" }))).Warnings,
    ).toEqual([{ Message: "The payment date is prior to the invoice date." }]);
  });

  test("without a date it is today's where the organisation is", async () => {
    const { tenant, payment } = open();
    const made = paymentOf(await put(tenant, payment({ Date: undefined })));
    expect(made.Date).toBe("/Date(1795392000000+0000)/");
  });

  test("an account that takes payments will do, by id as well", async () => {
    const { tenant, payment } = open();
    const { AccountID } = tenant.xero
      .books()
      .accounts.find(({ Code }) => Code === "970")!;
    expect(
      paymentOf(await put(tenant, payment({ Account: { AccountID } }))).Account,
    ).toEqual({ AccountID, Code: "970", Name: "Owner A Funds Introduced" });
  });

  test("a bill is paid as ACCPAYPAYMENT", async () => {
    const { tenant, payment } = open({ Type: "ACCPAY", LineItems: BILL });
    expect(paymentOf(await put(tenant, payment())).PaymentType).toBe(
      "ACCPAYPAYMENT",
    );
  });

  test("POST makes one payment, as a bare object", async () => {
    const { tenant, payment } = open();
    const answer = await tenant.call("POST", "/Payments", payment());
    expect(paymentOf(answer).Amount).toBe(50);
  });
});

describe("refusals", () => {
  const TOO_MUCH =
    "Payment amount exceeds the amount outstanding on this document";
  const NOT_OPEN = "Payments can only be made against authorised documents";

  test.each<[object, string]>([
    [{ Amount: 120.01 }, TOO_MUCH],
    [{ Amount: 0 }, "The payment amount must be greater than zero"],
    [{ Amount: 0.004 }, "The payment amount must be greater than zero"],
    [{ Account: undefined }, "Account code or ID must be specified"],
    [
      { Account: { Code: "999" } },
      "Account code '999' is not a valid code for this document.",
    ],
    [
      { Account: { Code: "200" } },
      "Account code '200' is not a valid code for payments.",
    ],
    [
      { Account: { Code: "091" } },
      "The currency of the bank account (EUR) must be the base currency or the currency of the document (GBP)",
    ],
    [
      { Date: "2024-12-31" },
      "The document date cannot be before the end of year lock date, currently set at 31-Dec-2024",
    ],
    [
      { Date: "2025-12-31" },
      "The document date cannot be before the period lock date, currently set at 31-Dec-2025",
    ],
    [
      { InvoiceNumber: "INV-0001", CreditNoteNumber: "CN-0001" },
      "Payment is applied to more than one document.",
    ],
    [{ Invoice: undefined }, "A payment must name the document that it pays."],
  ])("%j", async (change, message) => {
    const { tenant, InvoiceID, payment } = open();
    const before = await read(tenant, `/Invoices/${InvoiceID}`);
    const answer = await put(tenant, payment(change));
    expect(answer.status).toBe(400);
    expect(messages(answer)).toEqual([message]);
    expect(answer.body.Elements[0]).toMatchObject({
      PaymentID: "00000000-0000-0000-0000-000000000000",
      HasValidationErrors: true,
    });
    expect(await read(tenant, `/Invoices/${InvoiceID}`)).toEqual(before);
    expect(tenant.xero.books().payments).toEqual([]);
  });

  test.each(["DRAFT", "SUBMITTED", "VOIDED"])(
    "%s documents give both messages",
    async (Status) => {
      const { tenant, InvoiceID, payment } = open(
        Status === "VOIDED" ? {} : { Status },
      );
      if (Status === "VOIDED") tenant.xero.person().voidInvoice(InvoiceID);
      expect(messages(await put(tenant, payment()))).toEqual([
        NOT_OPEN,
        TOO_MUCH,
      ]);
    },
  );

  test("one bad payment refuses all, unless they stand for themselves", async () => {
    const { tenant, InvoiceID, payment } = open();
    const Payments = [payment(), payment({ Amount: 100 })];
    const refused = await tenant.call("PUT", "/Payments", { Payments });
    expect(messages(refused)).toEqual([TOO_MUCH]);
    expect(await read(tenant, `/Invoices/${InvoiceID}`)).toMatchObject({
      AmountDue: 120,
    });
    const mixed = await tenant.call("PUT", "/Payments?summarizeErrors=false", {
      Payments,
    });
    expect(mixed.body.Payments).toEqual([
      expect.objectContaining({ StatusAttributeString: "OK", Amount: 50 }),
      expect.objectContaining({
        StatusAttributeString: "ERROR",
        HasValidationErrors: true,
        ValidationErrors: [{ Message: TOO_MUCH }],
      }),
    ]);
    expect(await read(tenant, `/Invoices/${InvoiceID}`)).toMatchObject({
      AmountDue: 70,
    });
  });

  test("a paid or part-paid invoice cannot be voided, and can once its payment is gone", async () => {
    const { tenant, InvoiceID } = open();
    const person = tenant.xero.person();
    const { PaymentID } = person.pay(InvoiceID, 20);
    const voidIt = () =>
      tenant.call("POST", `/Invoices/${InvoiceID}`, { Status: "VOIDED" });
    expect(messages(await voidIt())).toEqual([
      "The status VOIDED cannot be applied to the invoice because it has payments or credit notes allocated to it.",
    ]);
    person.deletePayment(PaymentID);
    expect((await voidIt()).body.Invoices[0]).toMatchObject({
      Status: "VOIDED",
      AmountDue: 0,
    });
  });
});

describe("deleting", () => {
  test("opens the invoice again and bumps it", async () => {
    const { tenant, InvoiceID } = open();
    const { PaymentID } = tenant.xero.person().pay(InvoiceID, 120);
    tenant.clock.advance(60_000);
    const gone = paymentOf(await remove(tenant, PaymentID));
    expect(gone).toMatchObject({
      PaymentID,
      Status: "DELETED",
      Amount: 120,
      UpdatedDateUTC: "/Date(1795428065000+0000)/",
      Invoice: { AmountDue: 120, AmountPaid: 0, Status: "AUTHORISED" },
    });
    const invoice = await read(tenant, `/Invoices/${InvoiceID}`);
    expect(invoice).toMatchObject({
      Status: "AUTHORISED",
      AmountDue: 120,
      AmountPaid: 0,
      UpdatedDateUTC: "/Date(1795428065000+0000)/",
    });
    expect(invoice).not.toHaveProperty("Payments");
    expect(invoice).not.toHaveProperty("FullyPaidOnDate");
    expect(await read(tenant, `/Payments/${PaymentID}`)).toMatchObject({
      Status: "DELETED",
    });
  });

  test("only once, and nothing else can be changed", async () => {
    const { tenant, InvoiceID } = open();
    const { PaymentID } = tenant.xero.person().pay(InvoiceID, 120);
    const change = (body: object) =>
      tenant.call("POST", `/Payments/${PaymentID}`, { Payments: [body] });
    for (const body of [
      { Amount: 10 },
      { Status: "AUTHORISED" },
      { Status: "DELETED", Reference: "x" },
    ])
      expect(messages(await change(body))).toEqual([
        "Only Status accepted for updates",
      ]);
    const byPost = await tenant.call("POST", "/Payments", {
      PaymentID,
      Status: "DELETED",
    });
    expect(paymentOf(byPost).Status).toBe("DELETED");
    expect(messages(await change({ Status: "DELETED" }))).toEqual([
      "Payment not of valid status for modification",
    ]);
  });

  test("not in a locked period, and not what is not there", async () => {
    const { tenant, InvoiceID } = open();
    const { PaymentID } = tenant.xero.person().pay(InvoiceID, 120);
    tenant.xero.books().organisation.PeriodLockDate = "2026-11-30";
    expect(messages(await remove(tenant, PaymentID))).toEqual([
      "The document cannot be edited as it is currently dated before the period lock date",
    ]);
    expect((await remove(tenant, InvoiceID)).status).toBe(404);
  });
});

test("an idempotent payment is made once", async () => {
  const { tenant, InvoiceID, payment } = open();
  const key = { "idempotency-key": "payout-1" };
  const body = { Payments: [payment()] };
  const first = await tenant.call("PUT", "/Payments", body, key);
  const again = await tenant.call("PUT", "/Payments", body, key);
  expect(again.text).toBe(first.text);
  expect(await read(tenant, `/Invoices/${InvoiceID}`)).toMatchObject({
    AmountPaid: 50,
  });
});

test("a person's payment outlives a saved state, and old states still open", async () => {
  const { tenant, InvoiceID } = open();
  tenant.xero.person().pay(InvoiceID, 20);
  const state = JSON.parse(JSON.stringify(tenant.xero.state));
  const again = openTenant({ state, clock: tenant.clock });
  again.xero.person().pay(InvoiceID, 100);
  expect(await read(again, `/Invoices/${InvoiceID}`)).toMatchObject({
    Status: "PAID",
  });
  const old = structuredClone(openTenant().xero.state);
  for (const books of Object.values(old.organisations))
    for (const name of ["payments", "credits", "nextCreditNoteNumber"] as const)
      delete (books as Partial<typeof books>)[name];
  const opened = openTenant({ state: old });
  const { InvoiceID: second } = opened.xero
    .person()
    .createInvoice(approved({}, CITY));
  expect(opened.xero.person().pay(second, 120).Amount).toBe(120);
});
