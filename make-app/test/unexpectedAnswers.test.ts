import { BILLING } from "./billing";
import { NOW, runAnswered, xero } from "./answered";

const HOST = "api.xero.com/api.xro/2.0";
const ID = "0b4ad9b1-6f2c-4c8e-9a51-3d2f7c1e8a90";
const OTHER = "0b4ad9b1-6f2c-4c8e-9a51-3d2f7c1e8a91";
const invoice = (InvoiceID: string, InvoiceNumber: string) => ({
  InvoiceID,
  InvoiceNumber,
  Type: "ACCREC",
  Status: "AUTHORISED",
  Contact: { ContactID: "c", Name: "Northwind Energy plc" },
});
const whole = { Invoices: [invoice(OTHER, "INV-1"), invoice(ID, "INV-2")] };
const run = (
  module: string,
  given: Record<string, unknown>,
  answers: Parameters<typeof runAnswered>[3],
) =>
  runAnswered(
    module,
    { organisationId: "an-organisation", ...given },
    xero(),
    answers,
  );
const writes = (calls: readonly string[]) =>
  calls.filter((call) => !call.startsWith("GET"));

it.each(["emailInvoice", "createCreditNote"])(
  "%s takes no other invoice for the one that was asked for",
  async (module) => {
    const { calls, refusal } = await run(module, { invoiceId: "inv-9" }, [
      ["GET /Invoices/inv-9", whole],
    ]);
    expect(refusal).toBe(
      "DataError: Xero's answer about invoice inv-9 names no invoice. Run this scenario again.",
    );
    expect(writes(calls)).toEqual([]);
  },
);

it("allocateCredit takes no other credit for the one that was asked for", async () => {
  const given = {
    creditType: "overpayment",
    creditId: "over-1",
    invoiceId: ID,
  };
  const overpayment = {
    OverpaymentID: "over-2",
    Type: "RECEIVE-OVERPAYMENT",
    Status: "AUTHORISED",
    Total: 60,
    RemainingCredit: 60,
    Contact: { ContactID: "c" },
  };
  const { calls, refusal } = await run("allocateCredit", given, [
    [`GET /Invoices/${ID}`, whole],
    ["GET /Overpayments/over-1", { Overpayments: [overpayment] }],
  ]);
  expect(refusal).toBe(
    "DataError: Xero's answer about overpayment over-1 does not name it. Run this step again: nothing is done twice.",
  );
  expect(writes(calls)).toEqual([]);
});

it("an invoice is found among others, by a number in a text with spaces", async () => {
  const { calls } = await run("emailInvoice", { invoiceId: " inv-2 " }, [
    ["GET /Invoices/inv-2", whole],
  ]);
  expect(writes(calls)).toEqual([`POST ${HOST}/Invoices/${ID}/Email`]);
});

it("the invoice that a deal shows is that one and no other", async () => {
  const billing = {
    ...BILLING,
    invoiced: true,
    deal: { ...BILLING.deal, billing: { invoiceId: "../Invoices" } },
  };
  const { calls, refusal } = await run("createInvoiceFromDeal", { billing }, [
    ["GET Invoices", whole],
  ]);
  expect(calls).toEqual([`GET ${HOST}/Invoices/..%2FInvoices`]);
  expect(refusal).toMatch(/^DataError: Xero's answer about invoice \.\.\/Inv/);
});

it("items that do not come are not left out of an invoice", async () => {
  const [line] = BILLING.lineItems;
  const billing = { ...BILLING, lineItems: [{ ...line, sku: "DESIGN" }] };
  const { calls, refusal } = await run(
    "createInvoiceFromDeal",
    { billing, accountCode: "200" },
    [["GET /Organisation", { Organisations: [{ BaseCurrency: "GBP" }] }]],
  );
  expect(refusal).toBe(
    "DataError: Xero's answer about the organisation's items holds no list. Run this scenario again: nothing is made twice.",
  );
  expect(writes(calls)).toEqual([]);
});

it.each(["C9", "hubspot-company-9"])(
  "no contact but that of the ID is updated, asked for %s",
  async (contactId) => {
    const { calls, refusal } = await run(
      "upsertXeroContact",
      { contactId, name: "A new name" },
      [["GET ", { Contacts: [{ ContactID: "another", Name: "Another" }] }]],
    );
    expect(refusal).toMatch(/^DataError: Xero's answer is not about contact "/);
    expect(writes(calls)).toEqual([]);
  },
);

it.each(["@evil.example/x", ".evil.example/x", "//evil.example/x"])(
  "a token goes to its own vendor, whatever address is typed: %s",
  async (url) => {
    const { calls } = await run("makeXeroApiCall", { url, method: "GET" }, []);
    expect(calls).toEqual([expect.stringMatching(/^GET api\.xero\.com\//)]);
  },
);

it("a sign-in that answers without a token leaves the stored ones alone", async () => {
  const connection = xero(NOW);
  const before = { ...connection.data };
  const { calls, refusal } = await runAnswered(
    "searchInvoices",
    { organisationId: "an-organisation", reference: "R-1" },
    connection,
    [],
  );
  expect(calls).toEqual(["POST identity.xero.com/connect/token"]);
  expect(refusal).toBe(
    "ConnectionError: The sign-in was answered without a token.",
  );
  expect(connection.data).toEqual(before);
});
