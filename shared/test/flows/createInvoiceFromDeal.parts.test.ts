import { createInvoiceFromDeal } from "../../src/flows/createInvoiceFromDeal";
import { dealInvoiceOutput } from "../../src/flows/dealInvoiceOutput";
import { updateDealBilling } from "../../src/flows/updateDealBilling";
import type { DealInvoiceOptions } from "../../src/invoice/options";
import type { XeroInvoice } from "../../src/xero/wire";
import { CONTACT_ID, d, dealOptions, xeroInvoice } from "../builders";
import { scriptedSend, type Reply } from "../scriptedSend";
import {
  companyReply,
  dealReply,
  FIND_INVOICES,
  GET_DEAL,
  invoiceReply,
  linesReply,
  markReply,
  PATCH_DEAL,
  PUT_INVOICE,
  writeBackReply,
} from "./dealReplies";
import { warmContext } from "./warmContext";

const payer = companyReply({ xero_contact_id: CONTACT_ID });
const DEPOSIT_ID = "11111111-2222-4333-8444-555555555555";
const BALANCE_ID = "66666666-7777-4888-8999-aaaaaaaaaaaa";

/** 30% of 5000.00, with 20% tax. */
const deposit = (changes: XeroInvoice = {}) =>
  xeroInvoice({
    InvoiceID: DEPOSIT_ID,
    InvoiceNumber: "INV-0001",
    Reference: "HS-701-D",
    Status: "AUTHORISED",
    LineAmountTypes: "Exclusive",
    SubTotal: 1500,
    TotalTax: 300,
    Total: 1800,
    AmountDue: 0,
    AmountPaid: 1800,
    LineItems: [
      {
        Description: "Deposit of 30% for Website relaunch",
        Quantity: 1,
        UnitAmount: 1500,
        LineAmount: 1500,
        TaxAmount: 300,
        TaxType: "OUTPUT2",
        AccountCode: "200",
      },
    ],
    ...changes,
  });
const balance = (changes: XeroInvoice = {}) =>
  xeroInvoice({
    InvoiceID: BALANCE_ID,
    InvoiceNumber: "INV-0007",
    Reference: "HS-701-B",
    Status: "AUTHORISED",
    SubTotal: 3500,
    TotalTax: 700,
    Total: 4200,
    AmountDue: 4200,
    ...changes,
  });
const found = (...Invoices: XeroInvoice[]): Reply => ({
  call: FIND_INVOICES,
  body: { Invoices },
});
/** The deal once its deposit was billed. */
const withDeposit = dealReply({
  xero_invoice_id: DEPOSIT_ID,
  xero_invoice_number: "INV-0001",
  xero_sync_mark: "done|1|HS-701-D|HS-701-D",
});

const run = async (replies: Reply[], options: Partial<DealInvoiceOptions>) => {
  const script = scriptedSend(...replies);
  const outcome = await createInvoiceFromDeal(
    await warmContext(script),
    "701",
    dealOptions({ taxType: "OUTPUT2", ...options }),
  ).catch((error: unknown) => error);
  const bodies = (call: string) =>
    script.requests
      .filter((_, index) => script.calls[index] === call)
      .map(({ body }) => body);
  return { script, outcome, bodies };
};

it("a deposit is one line under a key of its own, in six calls", async () => {
  const { script, outcome, bodies } = await run(
    [
      dealReply(),
      linesReply(),
      payer,
      markReply,
      invoiceReply(deposit({ AmountDue: 1800, AmountPaid: 0 })),
      writeBackReply,
    ],
    { part: "deposit", depositPercent: d("30") },
  );
  expect(script.calls).toHaveLength(6);
  expect(bodies(PUT_INVOICE)).toEqual([
    {
      Invoices: [
        {
          Type: "ACCREC",
          Status: "DRAFT",
          Contact: { ContactID: CONTACT_ID },
          Date: "2026-11-23",
          DueDate: "2026-12-23",
          LineAmountTypes: "Exclusive",
          CurrencyCode: "GBP",
          Reference: "HS-701-D",
          Url: "https://app.hubspot.com/contacts/2034521/record/0-3/701",
          LineItems: [
            {
              Description: "Deposit of 30% for Website relaunch",
              Quantity: 1,
              UnitAmount: 1500,
              AccountCode: "200",
              TaxType: "OUTPUT2",
            },
          ],
        },
      ],
    },
  ]);
  expect(bodies(PATCH_DEAL)).toMatchObject([
    { properties: { xero_sync_mark: "begun|1|HS-701-D|HS-701-D" } },
    {
      properties: {
        xero_invoice_id: DEPOSIT_ID,
        xero_invoice_total: "1800.00",
        xero_sync_mark: "done|1|HS-701-D|HS-701-D",
      },
    },
  ]);
  expect(dealInvoiceOutput(outcome as never)).toMatchObject({
    outcome: "created",
    difference: 0,
  });
});

it("the balance bills the lines, takes off what Xero has of the deposit, and the deal shows both", async () => {
  const { outcome, bodies } = await run(
    [
      withDeposit,
      linesReply(),
      payer,
      found(deposit()),
      markReply,
      invoiceReply(balance()),
      found(deposit(), balance()),
      writeBackReply,
    ],
    { part: "balance" },
  );
  expect(bodies(PUT_INVOICE)).toMatchObject([
    {
      Invoices: [
        {
          Reference: "HS-701-B",
          LineItems: [
            { Description: "Design sprint", Quantity: 5, UnitAmount: 1000 },
            {
              Description: "Less deposit INV-0001",
              Quantity: 1,
              UnitAmount: -1500,
              AccountCode: "200",
              TaxType: "OUTPUT2",
            },
          ],
        },
      ],
    },
  ]);
  // 1800 + 4200, of which the deposit is paid
  expect(bodies(PATCH_DEAL)).toMatchObject([
    { properties: { xero_sync_mark: "begun|1|HS-701-B|HS-701-B" } },
    {
      properties: {
        xero_invoice_id: BALANCE_ID,
        xero_invoice_number: "INV-0007",
        xero_invoice_status: "part paid",
        xero_invoice_total: "6000.00",
        xero_amount_paid: "1800.00",
        xero_amount_due: "4200.00",
        xero_sync_mark: "done|1|HS-701-B|HS-701-B",
      },
    },
  ]);
  expect(dealInvoiceOutput(outcome as never)).toMatchObject({ difference: 0 });
});

it.each<[string, Reply, string]>([
  [
    "is missing",
    found(),
    'Deal "Website relaunch" has no deposit in Xero (reference HS-701-D), so its balance cannot be billed. Bill the deposit first, or bill the whole deal.',
  ],
  [
    "was voided",
    found(deposit({ Status: "VOIDED" })),
    'Deal "Website relaunch": its deposit INV-0001 was voided or deleted in Xero, so there is nothing to take off. Bill a new deposit after clearing "Xero invoice ID" on the deal, or bill the whole deal.',
  ],
  [
    "is in another currency",
    found(deposit({ CurrencyCode: "EUR" })),
    'Deal "Website relaunch": the deposit INV-0001 is in EUR, the deal in GBP. Give the deal the deposit\'s currency in HubSpot, or make the balance in Xero.',
  ],
  [
    "stands twice",
    found(deposit(), deposit({ InvoiceNumber: "INV-0002" })),
    'Deal "Website relaunch" has several deposit invoices in Xero: INV-0001, INV-0002. Void all but one, then run this step again.',
  ],
  [
    "has its balance",
    found(deposit(), balance()),
    'Deal "Website relaunch" has the balance invoice INV-0007 in Xero, which is not on the deal. Run Update Deal Billing for it, or void it there.',
  ],
])(
  "a balance whose deposit %s is refused, and nothing is written",
  async (_, reply, message) => {
    const { script, outcome } = await run(
      [withDeposit, linesReply(), payer, reply],
      { part: "balance" },
    );
    expect(outcome).toMatchObject({ kind: "validation", message });
    expect(script.calls.filter((call) => /^(PUT|PATCH)/.test(call))).toEqual(
      [],
    );
  },
);

it("a balance whose answer was lost is found by its reference", async () => {
  const { script, outcome } = await run(
    [
      dealReply({
        xero_invoice_id: DEPOSIT_ID,
        xero_sync_mark: "begun|1|HS-701-B|HS-701-B",
      }),
      found(balance()),
      found(deposit(), balance()),
      writeBackReply,
    ],
    { part: "balance" },
  );
  expect(outcome).toMatchObject({ outcome: "recovered" });
  expect(script.calls.filter((call) => call === PUT_INVOICE)).toEqual([]);
});

it("a balance that is billed anew, after its ID was cleared, shows on the deal beside the deposit", async () => {
  const voided = balance({ Status: "VOIDED", InvoiceNumber: "INV-0002" });
  const { outcome, bodies } = await run(
    [
      dealReply({ xero_sync_mark: "done|1|HS-701-B|HS-701-B" }),
      found(voided),
      linesReply(),
      payer,
      found(deposit(), voided),
      markReply,
      invoiceReply(balance()),
      found(deposit(), balance()),
      writeBackReply,
    ],
    { part: "balance" },
  );
  expect(outcome).toMatchObject({ outcome: "created" });
  expect(bodies(PATCH_DEAL).at(-1)).toMatchObject({
    properties: {
      xero_invoice_id: BALANCE_ID,
      xero_invoice_total: "6000.00",
      xero_amount_paid: "1800.00",
      xero_amount_due: "4200.00",
    },
  });
});

it.each([
  ["deposit", deposit()],
  ["balance", balance()],
])(
  "a payment on the %s shows on the deal beside the other part",
  async (_, invoice) => {
    const script = scriptedSend(
      {
        call: `GET xero /Invoices/${invoice.InvoiceID}`,
        body: { Invoices: [invoice] },
      },
      {
        call: GET_DEAL,
        body: {
          id: "701",
          properties: {
            dealname: "Website relaunch",
            xero_invoice_id: BALANCE_ID,
            xero_sync_mark: "done|1|HS-701-B|HS-701-B",
          },
        },
      },
      found(deposit(), balance()),
      writeBackReply,
    );
    const billing = await updateDealBilling(await warmContext(script), {
      invoiceId: invoice.InvoiceID,
    });
    expect(billing).toMatchObject({
      leading: { id: BALANCE_ID },
      state: "part paid",
      total: "6000",
      amountPaid: "1800",
      amountDue: "4200",
    });
  },
);
