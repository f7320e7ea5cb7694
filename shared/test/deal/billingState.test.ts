import { writeDealBilling } from "../../src/deal/writeDealBilling";
import { readInvoice } from "../../src/invoice/readInvoice";
import { INVOICE_ID, xeroInvoice } from "../builders";

it("writes an invoice's state as HubSpot takes it", () => {
  const invoice = xeroInvoice({
    Status: "AUTHORISED",
    Total: 6000,
    AmountPaid: 1500.5,
    AmountDue: 4399.5,
    AmountCredited: 100,
  });
  expect(writeDealBilling(readInvoice(invoice))).toEqual({
    xero_invoice_id: INVOICE_ID,
    xero_invoice_number: "INV-0042",
    xero_invoice_status: "awaiting payment",
    xero_invoice_url: `https://go.xero.com/AccountsReceivable/View.aspx?InvoiceID=${INVOICE_ID}`,
    xero_invoice_total: "6000.00",
    xero_amount_paid: "1500.50",
    xero_amount_due: "4399.50",
    xero_amount_credited: "100.00",
    xero_due_date: "2026-12-23",
  });
});

it("clears what an earlier invoice left and this one has not", () => {
  const bare = { InvoiceNumber: undefined, DueDate: undefined };
  const written = writeDealBilling(readInvoice(xeroInvoice(bare)));
  expect(written).toMatchObject({ xero_invoice_number: "", xero_due_date: "" });
});

it.each([
  ["DRAFT", "draft"],
  ["SUBMITTED", "awaiting approval"],
  ["AUTHORISED", "awaiting payment"],
  ["PAID", "paid"],
  ["VOIDED", "voided"],
  ["DELETED", "voided"],
  ["PARKED", "parked"],
])("Xero's %s is shown as %s", (Status, word) => {
  const written = writeDealBilling(readInvoice(xeroInvoice({ Status })));
  expect(written["xero_invoice_status"]).toBe(word);
});
