import { checkEmailable } from "../../src/invoice/checkEmailable";
import { readInvoice } from "../../src/invoice/readInvoice";

const invoice = (Status: string) =>
  readInvoice({ InvoiceID: "invoice-1", InvoiceNumber: "INV-1", Status });

it.each(["SUBMITTED", "AUTHORISED", "PAID"])("%s can be sent", (status) => {
  expect(() => checkEmailable(invoice(status))).not.toThrow();
});

it.each([
  [
    "DRAFT",
    "Invoice INV-1 is a draft, and Xero does not e-mail drafts. Approve it in Xero, then run this step again.",
  ],
  ["VOIDED", "Invoice INV-1 is voided, so Xero does not e-mail it."],
  ["DELETED", "Invoice INV-1 is deleted, so Xero does not e-mail it."],
])("%s cannot", (status, message) => {
  expect(() => checkEmailable(invoice(status))).toThrow(message);
});
