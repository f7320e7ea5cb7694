import { paymentEventId, readPayment } from "../../src/payment/payment";
import type { XeroPayment } from "../../src/xero/wire";
import { INVOICE_ID } from "../builders";

const wire: XeroPayment = {
  PaymentID: "payment-1",
  PaymentType: "ACCRECPAYMENT",
  Status: "AUTHORISED",
  Date: "/Date(1795132800000+0000)/",
  Amount: 1500.5,
  Reference: "BACS 17",
  Invoice: { InvoiceID: INVOICE_ID },
  UpdatedDateUTC: "/Date(1795428000250+0000)/",
};

it("reads a payment on a sales invoice", () => {
  expect(readPayment(wire)).toEqual({
    id: "payment-1",
    kind: "payment",
    reversed: false,
    amount: "1500.5",
    paidOn: "2026-11-20",
    reference: "BACS 17",
    batchPaymentId: undefined,
    invoiceId: INVOICE_ID,
    updatedAt: "2026-11-23T10:00:00.250Z",
  });
});

it.each([
  { BatchPaymentID: "batch-1" },
  { BatchPayment: { BatchPaymentID: "batch-1" } },
])("knows the batch of a payment from %p", (batch) => {
  expect(readPayment({ ...wire, ...batch })?.batchPaymentId).toBe("batch-1");
});

it("a payment and its reversal are two events", () => {
  const paid = readPayment(wire)!;
  const reversed = readPayment({ ...wire, Status: "DELETED" })!;
  expect(paymentEventId(paid)).toBe("payment-1");
  expect(paymentEventId(reversed)).toBe("payment-1:reversed");
});

it("a change of reference or reconciliation is the same event", () => {
  const changed = { ...wire, Reference: "BACS 18", IsReconciled: true };
  expect(paymentEventId(readPayment(changed)!)).toBe("payment-1");
});

it.each([
  "ACCPAYPAYMENT",
  "ARCREDITPAYMENT",
  "APCREDITPAYMENT",
  "AROVERPAYMENTPAYMENT",
  "ARPREPAYMENTPAYMENT",
  "APPREPAYMENTPAYMENT",
  "APOVERPAYMENTPAYMENT",
  undefined,
])(
  "leaves out %p: a supplier's payment, a refund or unknown",
  (PaymentType) => {
    expect(readPayment({ ...wire, PaymentType })).toBeUndefined();
  },
);

it.each([
  { PaymentID: undefined },
  { Invoice: undefined },
  { Invoice: {} },
  { UpdatedDateUTC: undefined },
])("leaves out a payment with %p", (missing) => {
  expect(readPayment({ ...wire, ...missing })).toBeUndefined();
});

it("reads what the list says of the invoice", () => {
  const Invoice = {
    InvoiceID: INVOICE_ID,
    InvoiceNumber: "INV-0042",
    CurrencyCode: "GBP",
    Contact: { ContactID: "contact-1", Name: "Harbour & Finch" },
  };
  expect(readPayment({ ...wire, Invoice })).toMatchObject({
    invoiceId: INVOICE_ID,
    invoiceNumber: "INV-0042",
    currency: "GBP",
    contactId: "contact-1",
    customerName: "Harbour & Finch",
  });
});
