import { allocateCredit as allocateCreditOperation } from "../../src/catalog/allocateCredit";
import { createCreditNote as createCreditNoteOperation } from "../../src/catalog/createCreditNote";
import { creditNoteCreated } from "../../src/catalog/creditNoteCreated";
import type { Operation } from "../../src/catalog/field";
import { findDeal as findDealOperation } from "../../src/catalog/findDeal";
import { findInvoice as findInvoiceOperation } from "../../src/catalog/findInvoice";
import { invoiceUpdated } from "../../src/catalog/invoiceUpdated";
import { paymentReceived } from "../../src/catalog/paymentReceived";
import { updateDealBilling as updateDealBillingOperation } from "../../src/catalog/updateDealBilling";
import { allocateCredit } from "../../src/flows/allocateCredit";
import { allocatedCreditOutput } from "../../src/flows/allocatedCreditOutput";
import type { Context } from "../../src/flows/context";
import {
  createCreditNote,
  createdCreditNoteOutput,
} from "../../src/flows/createCreditNote";
import { dealOutput, findDeal } from "../../src/flows/findDeal";
import { findInvoice } from "../../src/flows/findInvoice";
import { listCreditNotes } from "../../src/flows/listCreditNotes";
import { listInvoiceUpdates } from "../../src/flows/listInvoiceUpdates";
import { listPayments } from "../../src/flows/listPayments";
import { invoiceOutput } from "../../src/flows/output";
import {
  dealBillingOutput,
  updateDealBilling,
} from "../../src/flows/updateDealBilling";
import type { XeroInvoice, XeroPayment } from "../../src/xero/wire";
import { CONTACT_ID, dealWire, INVOICE_ID, xeroInvoice } from "../builders";
import { overpaymentWire } from "../allocation/creditWire";
import { creditNoteWire } from "../creditNote/creditNoteWire";
import { warmContext } from "../flows/warmContext";
import { scriptedSend, type Reply } from "../scriptedSend";
import { declared, keysOf } from "./keys";

/** What each operation hands out for a record that has everything. */

const INVOICES = "GET xero /Invoices";
const INVOICE = `${INVOICES}/${INVOICE_ID}`;
const CREDIT_NOTES = "GET xero /CreditNotes";
const DEAL = `hubspot /crm/objects/deals/${INVOICE_ID}`;
const UPDATED = "/Date(1795346000000+0000)/";

const LINE = {
  Description: "Design sprint",
  Quantity: 5,
  UnitAmount: 1000,
  LineAmount: 5000,
  TaxAmount: 1000,
  TaxType: "OUTPUT2",
  AccountCode: "200",
};

const billed = (changes: XeroInvoice = {}): XeroInvoice =>
  xeroInvoice({
    Status: "AUTHORISED",
    LineAmountTypes: "Exclusive",
    Url: "https://app.hubspot.com/contacts/2034521/record/0-3/701",
    Payments: [{ PaymentID: "payment-1", Date: UPDATED, Amount: 1 }],
    UpdatedDateUTC: UPDATED,
    LineItems: [{ ...LINE, ItemCode: "DESIGN" }],
    ...changes,
  });
const payment = (changes: XeroPayment = {}): XeroPayment => ({
  PaymentID: "payment-1",
  PaymentType: "ACCRECPAYMENT",
  Status: "AUTHORISED",
  Amount: 1,
  Date: UPDATED,
  Reference: "BACS 4471",
  BatchPaymentID: "batch-1",
  Invoice: { InvoiceID: INVOICE_ID },
  UpdatedDateUTC: UPDATED,
  ...changes,
});
const list = (call: string, ...records: object[]): Reply => ({
  call,
  body: { [call.split("/")[1] ?? ""]: records },
});

interface Run {
  operation: Operation;
  replies: Reply[];
  run: (context: Context) => Promise<object | undefined>;
}

const paymentRun = (wire = payment()): Run => ({
  operation: paymentReceived,
  replies: [list("GET xero /Payments", wire), list(INVOICES, billed())],
  run: async (context) => (await listPayments(context))[0],
});
const findInvoiceRun = (wire = billed()): Run => ({
  operation: findInvoiceOperation,
  replies: [list(INVOICE, wire)],
  run: async (context) => {
    const input = { invoiceNumber: INVOICE_ID };
    const [found] = await findInvoice(context, input);
    return found && { id: found.id, ...invoiceOutput(found) };
  },
});

const allocationRun = (
  creditType: "credit_note" | "overpayment",
  path: string,
  wire: object,
): Run => ({
  operation: allocateCreditOperation,
  replies: [
    list(
      INVOICE,
      billed({
        CurrencyCode: "GBP",
        AmountDue: 100,
        Contact: { ContactID: CONTACT_ID, Name: "Harbour & Finch" },
      }),
    ),
    list(`GET xero ${path}`, wire),
    { call: `PUT xero ${path}/Allocations` },
  ],
  run: async (context) => {
    const creditId = path.split("/")[2];
    const input = { creditType, creditId, invoiceId: INVOICE_ID };
    return allocatedCreditOutput(await allocateCredit(context, input));
  },
});

const RUNS: Run[] = [
  paymentRun(),
  {
    operation: creditNoteCreated,
    replies: [list(CREDIT_NOTES, creditNoteWire()), list(INVOICES, billed())],
    run: async (context) => (await listCreditNotes(context))[0],
  },
  {
    operation: invoiceUpdated,
    replies: [list(INVOICES, billed()), list(INVOICES)],
    run: async (context) => (await listInvoiceUpdates(context))[0],
  },
  {
    operation: updateDealBillingOperation,
    replies: [list(INVOICE, billed()), { call: `PATCH ${DEAL}` }],
    run: async (context) =>
      dealBillingOutput(
        await updateDealBilling(context, { invoiceId: INVOICE_ID }),
      ),
  },
  {
    operation: createCreditNoteOperation,
    replies: [
      list(INVOICE, billed()),
      list(CREDIT_NOTES),
      list(
        "PUT xero /CreditNotes",
        creditNoteWire({ Allocations: [], RemainingCredit: 120 }),
      ),
      { call: "PUT xero /CreditNotes/note-1/Allocations" },
    ],
    run: async (context) => {
      const input = { invoiceId: INVOICE_ID, amount: "120" };
      return createdCreditNoteOutput(await createCreditNote(context, input));
    },
  },
  allocationRun(
    "credit_note",
    "/CreditNotes/note-1",
    creditNoteWire({ Allocations: [] }),
  ),
  findInvoiceRun(),
  {
    operation: findDealOperation,
    replies: [
      {
        call: `GET ${DEAL}`,
        body: dealWire({
          hubspot_owner_id: "118204533",
          xero_invoice_id: INVOICE_ID,
          xero_invoice_number: "INV-0042",
          xero_invoice_status: "awaiting payment",
        }),
      },
    ],
    run: async (context) =>
      (await findDeal(context, { invoiceId: INVOICE_ID })).map(dealOutput)[0],
  },
];

/** The keys that are left once the record is JSON: nothing that is undefined. */
async function keysHandedOut({ replies, run }: Run): Promise<string[]> {
  const output = await run(await warmContext(scriptedSend(...replies)));
  return keysOf(JSON.parse(JSON.stringify(output)) as object).sort();
}

it.each(RUNS.map((run) => [run.operation.key, run] as const))(
  "%s hands out what it declares, and nothing else",
  async (_, run) => {
    expect(await keysHandedOut(run)).toEqual(
      declared(run.operation.output).sort(),
    );
  },
);

// Samples hold only the keys that every user gets: no batch, no item, no number of a credit note.
const PLAIN: Run[] = [
  paymentRun(payment({ BatchPaymentID: undefined })),
  findInvoiceRun(billed({ LineItems: [LINE] })),
  allocationRun("overpayment", "/Overpayments/over-1", overpaymentWire()),
  ...RUNS.filter(
    ({ operation }) =>
      operation !== paymentReceived &&
      operation !== findInvoiceOperation &&
      operation !== allocateCreditOperation,
  ),
];

it.each(PLAIN.map((run) => [run.operation.key, run] as const))(
  "the sample of %s has the keys of a plain record",
  async (_, run) => {
    expect(keysOf(run.operation.sample).sort()).toEqual(
      await keysHandedOut(run),
    );
  },
);
