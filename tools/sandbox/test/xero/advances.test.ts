import { read } from "./booked";
import { CITY, messages, openTenant } from "./tenant";
import type { Answer, Tenant } from "./tenant";

const transaction = (more: object = {}) => ({
  Type: "RECEIVE-OVERPAYMENT",
  ...CITY,
  BankAccount: { Code: "090" },
  Date: "2026-11-24",
  LineItems: [{ Description: "Paid twice", UnitAmount: 120 }],
  ...more,
});
const PREPAID = {
  Type: "RECEIVE-PREPAYMENT",
  LineItems: [{ Description: "Deposit", UnitAmount: 60, AccountCode: "200" }],
};
const put = (tenant: Tenant, more: object = {}, query = "") =>
  tenant.call("PUT", `/BankTransactions${query}`, {
    BankTransactions: [transaction(more)],
  });
const made = (answer: Answer) => {
  if (answer.status !== 200) throw new Error(answer.text);
  return answer.body.BankTransactions[0];
};

test("an overpayment lies on the debtors' account without tax", async () => {
  const tenant = openTenant();
  const row = made(await put(tenant, { Reference: "stripe pi_1" }));
  expect(row).toMatchObject({
    Type: "RECEIVE-OVERPAYMENT",
    BankAccount: { Code: "090", Name: "Business Bank" },
    LineAmountTypes: "NoTax",
    SubTotal: 120,
    TotalTax: 0,
    Total: 120,
    Status: "AUTHORISED",
    IsReconciled: false,
    CurrencyCode: "GBP",
    DateString: "2026-11-24T00:00:00",
    LineItems: [
      { AccountCode: "610", TaxType: "NONE", TaxAmount: 0, Quantity: 1 },
    ],
  });
  expect(row).not.toHaveProperty("PrepaymentID");
  expect(
    await read(tenant, `/Overpayments/${row.OverpaymentID}`),
  ).toMatchObject({
    OverpaymentID: row.OverpaymentID,
    Type: "RECEIVE-OVERPAYMENT",
    Status: "AUTHORISED",
    Reference: "stripe pi_1",
    Total: 120,
    RemainingCredit: 120,
    Allocations: [],
    Payments: [],
  });
  const { BankTransactionID } = row;
  expect(
    await read(tenant, `/BankTransactions/${BankTransactionID}`),
  ).toMatchObject(row);
});

test("a prepayment is taxed, and numbered with the invoices", async () => {
  const tenant = openTenant();
  const row = made(await put(tenant, PREPAID));
  expect(row).toMatchObject({
    LineAmountTypes: "Inclusive",
    SubTotal: 50,
    TotalTax: 10,
    Total: 60,
    LineItems: [{ AccountCode: "200", TaxType: "OUTPUT2" }],
  });
  expect(await read(tenant, `/Prepayments/${row.PrepaymentID}`)).toMatchObject({
    Reference: "INV-0001",
    InvoiceNumber: "INV-0001",
    RemainingCredit: 60,
  });
  const exclusive = { ...PREPAID, LineAmountTypes: "Exclusive" };
  expect(made(await put(tenant, exclusive))).toMatchObject({ Total: 72 });
});

test("money in euro comes in on a euro account, or at a rate on the base one", async () => {
  const tenant = openTenant();
  const euro = made(await put(tenant, { BankAccount: { Code: "091" } }));
  expect(euro).toMatchObject({ CurrencyCode: "EUR", CurrencyRate: 1.164557 });
  const rated = { CurrencyCode: "EUR", CurrencyRate: 1.25 };
  expect(made(await put(tenant, rated))).toMatchObject(rated);
});

test.each<[object, string]>([
  [
    { Type: "SPEND" },
    "The sandbox only serves the types RECEIVE-OVERPAYMENT and RECEIVE-PREPAYMENT.",
  ],
  [
    { BankAccount: { Code: "970" } },
    "Account code '970' is not a valid code for bank transactions.",
  ],
  [{ BankAccount: undefined }, "Account code or ID must be specified"],
  [
    { Contact: undefined },
    "A Contact must be specified for this type of transaction",
  ],
  [{ LineItems: [] }, "One or more line items must be specified"],
  [
    { LineItems: [{ Description: "x", UnitAmount: 0 }] },
    "The total must be greater than zero",
  ],
  [
    { LineItems: [{ Description: "x", UnitAmount: 1, AccountCode: "200" }] },
    "Account code '200' is not a valid code for this document.",
  ],
  [
    { BankAccount: { Code: "091" }, CurrencyCode: "GBP" },
    "The currency of the bank account (EUR) must be the base currency or the currency of the document (GBP)",
  ],
  [{ CurrencyCode: "USD" }, "Organisation is not subscribed to currency USD"],
  [
    { Date: "2025-12-31" },
    "The document date cannot be before the period lock date, currently set at 31-Dec-2025",
  ],
])("%j", async (change, message) => {
  const tenant = openTenant();
  const answer = await put(tenant, change);
  expect(answer.status).toBe(400);
  expect(messages(answer)).toEqual([message]);
  expect(tenant.xero.books()).toMatchObject({
    credits: [],
    bankTransactions: [],
    nextInvoiceNumber: 1,
  });
});

test("with summarizeErrors=false the good one is kept", async () => {
  const tenant = openTenant();
  const answer = await tenant.call(
    "PUT",
    "/BankTransactions?summarizeErrors=false",
    { BankTransactions: [transaction(), transaction({ Type: "SPEND" })] },
  );
  expect(answer.body.BankTransactions).toMatchObject([
    { StatusAttributeString: "OK" },
    { StatusAttributeString: "ERROR" },
  ]);
  expect(tenant.xero.books().credits).toHaveLength(1);
});

test("each collection has its own: ids of another kind are not found", async () => {
  const tenant = openTenant();
  const { ContactID } = tenant.xero.books().contacts[0]!;
  const { ID: creditId } = tenant.xero.person().overpay(ContactID, 60);
  for (const kind of ["CreditNotes", "Prepayments"])
    expect((await tenant.call("GET", `/${kind}/${creditId}`)).status).toBe(404);
  const put = await tenant.call(
    "PUT",
    `/Prepayments/${creditId}/Allocations`,
    {},
  );
  expect(put.status).toBe(404);
});

describe("lists", () => {
  async function two(kind: "overpay" | "prepay") {
    const tenant = openTenant();
    const person = tenant.xero.person();
    const { ContactID } = tenant.xero.books().contacts[0]!;
    for (const amount of [60, 30]) {
      person[kind](ContactID, amount);
      tenant.clock.advance(1_000);
    }
    return tenant;
  }
  const totals = (answer: Answer, kind: string) =>
    answer.body[kind].map(({ Total }: { Total: number }) => Total);

  test.each([
    ["overpay", "Overpayments"],
    ["prepay", "Prepayments"],
  ] as const)("%s", async (kind, name) => {
    const tenant = await two(kind);
    const list = async (query: string, since = "") =>
      totals(
        await tenant.call("GET", `/${name}?${query}`, undefined, {
          "if-modified-since": since,
        }),
        name,
      );
    expect(await list("")).toEqual([60, 30]);
    expect(await list("order=Total")).toEqual([30, 60]);
    expect(await list("page=2&pageSize=1")).toEqual([30]);
    const where = encodeURIComponent("RemainingCredit<50");
    expect(await list(`where=${where}`)).toEqual([30]);
    expect(await list("", "2026-11-23T10:00:01")).toEqual([30]);
    const lines = async (query: string) =>
      (await tenant.call("GET", `/${name}?${query}`)).body[name][0].LineItems
        .length;
    expect([await lines(""), await lines("page=1")]).toEqual([0, 1]);
  });

  test("by the numbers of prepayments and the references of overpayments", async () => {
    const tenant = await two("prepay");
    await put(tenant, { Reference: "R1" });
    const prepaid = await tenant.call(
      "GET",
      "/Prepayments?InvoiceNumbers=inv-0002",
    );
    expect(totals(prepaid, "Prepayments")).toEqual([30]);
    const overpaid = await tenant.call("GET", "/Overpayments?References=r1,r2");
    expect(totals(overpaid, "Overpayments")).toEqual([120]);
  });
});
