import { createInvoiceFromDeal } from "../../src/flows/createInvoiceFromDeal";
import type { DealInvoiceOptions } from "../../src/invoice/options";
import {
  CONTACT_ID,
  dealOptions,
  INVOICE_ID,
  lineWire,
  OTHER_CONTACT_ID,
  xeroContact,
} from "../builders";
import { scriptedSend, type Reply } from "../scriptedSend";
import {
  companyReply,
  dealReply,
  FIND_CONTACTS,
  foundReply,
  GET_DEAL,
  invoiceReply,
  linesReply,
  markReply,
  newContactReply,
  PATCH_DEAL,
  peopleReply,
  PUT_CONTACT,
  PUT_INVOICE,
  READ_COMPANY,
  READ_LINES,
  READ_PEOPLE,
  writeBackReply,
} from "./dealReplies";
import { TENANT, warmContext } from "./warmContext";

const run = async (
  replies: Reply[],
  options: Partial<DealInvoiceOptions> = {},
) => {
  const script = scriptedSend(...replies);
  const context = await warmContext(script);
  const result = await createInvoiceFromDeal(
    context,
    "701",
    dealOptions(options),
  );
  return { result, script };
};
const STORED = { xero_contact_id: CONTACT_ID };

it("a company with a stored contact takes six calls, one of them Xero's", async () => {
  const lines = [
    lineWire(
      {
        name: "Support",
        quantity: "2",
        price: "49.99",
        discount: "1",
        hs_position_on_quote: "2",
      },
      "803",
    ),
    lineWire(
      {
        hs_discount_percentage: "10",
        amount: "4500",
        hs_position_on_quote: "0",
      },
      "801",
    ),
    lineWire(
      {
        name: "Hosting",
        quantity: "3",
        price: "33.335",
        amount: "100.01",
        hs_position_on_quote: "1",
      },
      "802",
    ),
  ];
  // 4500 + 100.01 + 97.98 = 4697.99; tax 900.00 + 20.00 + 19.60 = 939.60
  const { result, script } = await run([
    dealReply({}, { lines: ["803", "801", "802"] }),
    linesReply(...lines),
    companyReply(STORED),
    markReply,
    invoiceReply({
      SubTotal: 4697.99,
      TotalTax: 939.6,
      Total: 5637.59,
      AmountDue: 5637.59,
    }),
    writeBackReply,
  ]);
  expect(script.calls).toEqual([
    GET_DEAL,
    READ_LINES,
    READ_COMPANY,
    PATCH_DEAL,
    PUT_INVOICE,
    PATCH_DEAL,
  ]);
  const [getDeal, readLines, readCompany, mark, putInvoice, writeBack] =
    script.requests;
  expect(getDeal?.query).toEqual({
    properties:
      "dealname,amount,deal_currency_code,hs_exchange_rate,amount_in_home_currency,dealstage,pipeline,closedate,hubspot_owner_id,xero_invoice_id,xero_invoice_number,xero_invoice_status,xero_invoice_url,xero_invoice_total,xero_due_date,xero_sync_mark,xero_repeating_invoice_id,xero_repeating_mark",
    associations: "line_items,companies,contacts",
  });
  expect(readLines?.body).toMatchObject({
    inputs: [{ id: "803" }, { id: "801" }, { id: "802" }],
  });
  expect(readCompany?.body).toMatchObject({ inputs: [{ id: "501" }] });
  expect(mark?.body).toEqual({
    properties: { xero_sync_mark: "begun|1|HS-701|HS-701" },
  });
  const codes = { AccountCode: "200" };
  expect(putInvoice).toEqual({
    vendor: "xero",
    method: "PUT",
    path: "/api.xro/2.0/Invoices",
    query: { summarizeErrors: true, unitdp: 4 },
    headers: {
      "Xero-Tenant-Id": TENANT,
      "Idempotency-Key": `hubspot-invoice|${TENANT}|HS-701|1`,
    },
    body: {
      Invoices: [
        {
          Type: "ACCREC",
          Status: "DRAFT",
          Contact: { ContactID: CONTACT_ID },
          // it is the 23rd in Auckland already
          Date: "2026-11-23",
          DueDate: "2026-12-23",
          LineAmountTypes: "Exclusive",
          CurrencyCode: "GBP",
          Reference: "HS-701",
          Url: "https://app.hubspot.com/contacts/2034521/record/0-3/701",
          LineItems: [
            {
              Description: "Design sprint",
              Quantity: 5,
              UnitAmount: 1000,
              DiscountRate: 10,
              ...codes,
            },
            {
              Description: "Hosting",
              Quantity: 3,
              UnitAmount: 33.335,
              ...codes,
            },
            {
              Description: "Support",
              Quantity: 2,
              UnitAmount: 49.99,
              DiscountAmount: 2,
              ...codes,
            },
          ],
        },
      ],
    },
  });
  expect(writeBack?.body).toEqual({
    properties: {
      xero_invoice_id: INVOICE_ID,
      xero_invoice_number: "INV-0042",
      xero_invoice_status: "draft",
      xero_invoice_url: `https://go.xero.com/AccountsReceivable/View.aspx?InvoiceID=${INVOICE_ID}`,
      xero_invoice_total: "5637.59",
      xero_amount_paid: "0.00",
      xero_amount_due: "5637.59",
      xero_amount_credited: "0.00",
      xero_due_date: "2026-12-23",
      xero_last_payment_date: "",
      xero_sync_mark: "done|1|HS-701|HS-701",
      // A request for the invoice is served.
      xero_invoice_request: "",
    },
  });
  expect(result).toMatchObject({
    outcome: "created",
    contact: { contactId: CONTACT_ID, outcome: "stored" },
    plan: { predicted: { total: "5637.59" } },
    invoice: { id: INVOICE_ID, total: "5637.59" },
  });
});

it("a contact that is found takes eight calls, two of them Xero's", async () => {
  const found = xeroContact({ ContactID: OTHER_CONTACT_ID });
  const { result, script } = await run([
    dealReply(),
    linesReply(),
    companyReply(),
    peopleReply(),
    foundReply(found),
    markReply,
    invoiceReply(),
    writeBackReply,
  ]);
  expect(script.calls).toEqual([
    GET_DEAL,
    READ_LINES,
    READ_COMPANY,
    READ_PEOPLE,
    FIND_CONTACTS,
    PATCH_DEAL,
    PUT_INVOICE,
    PATCH_DEAL,
  ]);
  expect(script.requests[4]?.query).toEqual({
    where:
      'ContactNumber=="hubspot-company-501" OR EmailAddress=="priya@harbourfinch.example" OR Name=="Harbour & Finch"',
    includeArchived: true,
    page: 1,
    summaryOnly: true,
  });
  expect(script.requests[6]?.body).toMatchObject({
    Invoices: [{ Contact: { ContactID: OTHER_CONTACT_ID } }],
  });
  expect(result).toMatchObject({ contact: { outcome: "matched" } });
});

it("a new contact takes nine calls, three of them Xero's", async () => {
  const { result, script } = await run([
    dealReply(),
    linesReply(),
    companyReply({ phone: "123", city: "Bristol" }),
    peopleReply(),
    foundReply(),
    markReply,
    newContactReply(),
    invoiceReply(),
    writeBackReply,
  ]);
  expect(script.calls).toEqual([
    GET_DEAL,
    READ_LINES,
    READ_COMPANY,
    READ_PEOPLE,
    FIND_CONTACTS,
    PATCH_DEAL,
    PUT_CONTACT,
    PUT_INVOICE,
    PATCH_DEAL,
  ]);
  expect(script.requests[5]?.body).toEqual({
    properties: { xero_sync_mark: "begun|1|HS-701|HS-701" },
  });
  expect(script.requests[6]?.body).toEqual({
    Contacts: [
      {
        Name: "Harbour & Finch",
        ContactNumber: "hubspot-company-501",
        FirstName: "Priya",
        LastName: "Nair",
        EmailAddress: "priya@harbourfinch.example",
        Phones: [{ PhoneType: "DEFAULT", PhoneNumber: "123" }],
        Addresses: [{ AddressType: "POBOX", City: "Bristol" }],
      },
    ],
  });
  expect(result).toMatchObject({
    contact: { contactId: CONTACT_ID, outcome: "created" },
  });
});

it("a person pays for a deal without companies", async () => {
  const { script } = await run([
    dealReply({}, { companies: [] }),
    linesReply(),
    peopleReply(STORED),
    markReply,
    invoiceReply(),
    writeBackReply,
  ]);
  expect(script.requests[4]?.body).toMatchObject({
    Invoices: [{ Contact: { ContactID: CONTACT_ID } }],
  });
});

it("an approved invoice is e-mailed once it exists, and the deal written after that", async () => {
  const { result, script } = await run(
    [
      dealReply(),
      linesReply(),
      companyReply(STORED),
      markReply,
      invoiceReply({ Status: "AUTHORISED" }),
      { call: `POST xero /Invoices/${INVOICE_ID}/Email`, status: 204 },
      writeBackReply,
    ],
    { status: "AUTHORISED", sendEmail: true },
  );
  expect(script.calls.at(-1)).toBe(PATCH_DEAL);
  expect(result).not.toHaveProperty("emailProblem", expect.anything());
});

it("an e-mail that Xero refuses does not undo the invoice", async () => {
  const { result } = await run(
    [
      dealReply(),
      linesReply(),
      companyReply(STORED),
      markReply,
      invoiceReply({ Status: "AUTHORISED" }),
      {
        call: `POST xero /Invoices/${INVOICE_ID}/Email`,
        status: 400,
        body: { Message: "Daily e-mail limit reached" },
      },
      writeBackReply,
    ],
    { status: "AUTHORISED", sendEmail: true },
  );
  expect(result).toMatchObject({
    outcome: "created",
    emailProblem:
      "Xero refused the e-mail of INV-0042: Daily e-mail limit reached.",
  });
});
