import { readOverpayment, readPrepayment } from "../../src/payment/advance";
import { paymentEventId } from "../../src/payment/payment";
import type { XeroOverpayment, XeroPrepayment } from "../../src/xero/wire";
import { CONTACT_ID, INVOICE_ID } from "../builders";

const COMMON = {
  Contact: { ContactID: CONTACT_ID, Name: "Harbour & Finch" },
  Date: "/Date(1795132800000+0000)/",
  Status: "AUTHORISED",
  CurrencyCode: "EUR",
  Total: 120.5,
  RemainingCredit: 20.5,
  UpdatedDateUTC: "/Date(1795428000250+0000)/",
} as const;
const overpayment = (changes: XeroOverpayment = {}): XeroOverpayment => ({
  ...(COMMON as XeroOverpayment),
  OverpaymentID: "over-1",
  Type: "RECEIVE-OVERPAYMENT" as XeroOverpayment["Type"],
  ...changes,
});
const prepayment = (changes: XeroPrepayment = {}): XeroPrepayment => ({
  ...(COMMON as XeroPrepayment),
  PrepaymentID: "pre-1",
  Type: "RECEIVE-PREPAYMENT" as XeroPrepayment["Type"],
  Reference: "INV-0007",
  ...changes,
});
const READ = {
  reversed: false,
  amount: "120.5",
  currency: "EUR",
  paidOn: "2026-11-20",
  contactId: CONTACT_ID,
  customerName: "Harbour & Finch",
  updatedAt: "2026-11-23T10:00:00.250Z",
};

it("reads a customer's overpayment, whole, however much of it is left", () => {
  expect(readOverpayment(overpayment())).toEqual({
    ...READ,
    id: "over-1",
    kind: "overpayment",
    reference: undefined,
    invoiceId: undefined,
  });
});

it("reads a customer's prepayment", () => {
  expect(readPrepayment(prepayment())).toEqual({
    ...READ,
    id: "pre-1",
    kind: "prepayment",
    reference: "INV-0007",
    invoiceId: undefined,
  });
});

it("names the invoice that it was set against first", () => {
  const Allocations = [
    { Amount: 100, Invoice: { InvoiceID: INVOICE_ID } },
    { Amount: 20.5, Invoice: { InvoiceID: "other" } },
  ];
  expect(readOverpayment(overpayment({ Allocations }))?.invoiceId).toBe(
    INVOICE_ID,
  );
  expect(readPrepayment(prepayment({ Allocations }))?.invoiceId).toBe(
    INVOICE_ID,
  );
});

it("used up it is the same event, and voided another", () => {
  const status = (Status: string) =>
    paymentEventId(
      readOverpayment(
        overpayment({ Status: Status as XeroOverpayment["Status"] }),
      )!,
    );
  expect(["AUTHORISED", "PAID", "VOIDED"].map(status)).toEqual([
    "over-1",
    "over-1",
    "over-1:reversed",
  ]);
});

it.each<[what: string, changes: object]>([
  ["to a supplier", { Type: "SPEND-OVERPAYMENT" }],
  ["of no kind", { Type: undefined }],
  ["without an id", { OverpaymentID: undefined }],
  ["without an instant", { UpdatedDateUTC: undefined }],
])("leaves out an overpayment %s", (_, changes) => {
  expect(readOverpayment(overpayment(changes))).toBeUndefined();
});

it.each<[what: string, changes: object]>([
  ["to a supplier", { Type: "SPEND-PREPAYMENT" }],
  ["of no kind", { Type: undefined }],
  ["without an id", { PrepaymentID: undefined }],
  ["without an instant", { UpdatedDateUTC: undefined }],
])("leaves out a prepayment %s", (_, changes) => {
  expect(readPrepayment(prepayment(changes))).toBeUndefined();
});
