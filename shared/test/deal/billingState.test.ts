import {
  billingState,
  writeDealBilling,
  xeroStatus,
} from "../../src/deal/billingState";
import { readInvoice } from "../../src/invoice/readInvoice";
import { d, INVOICE_ID, xeroInvoice } from "../builders";

const TODAY = "2026-11-23";

it("writes an invoice's state as HubSpot takes it", () => {
  const invoice = xeroInvoice({
    Status: "AUTHORISED",
    Total: 6000,
    AmountPaid: 1500.5,
    AmountDue: 4399.5,
    AmountCredited: 100,
    Payments: [
      // 20, then 2 November 2026
      { Date: "/Date(1795132800000+0000)/", Amount: 500.5 },
      { Date: "/Date(1793577600000+0000)/", Amount: 1000 },
    ],
  });
  expect(writeDealBilling(readInvoice(invoice), TODAY)).toEqual({
    xero_invoice_id: INVOICE_ID,
    xero_invoice_number: "INV-0042",
    xero_invoice_status: "part paid",
    xero_invoice_url: `https://go.xero.com/AccountsReceivable/View.aspx?InvoiceID=${INVOICE_ID}`,
    xero_invoice_total: "6000.00",
    xero_amount_paid: "1500.50",
    xero_amount_due: "4399.50",
    xero_amount_credited: "100.00",
    xero_due_date: "2026-12-23",
    xero_last_payment_date: "2026-11-20",
  });
});

it("clears what an earlier invoice left and this one has not", () => {
  const bare = { InvoiceNumber: undefined, DueDate: undefined };
  const written = writeDealBilling(readInvoice(xeroInvoice(bare)), TODAY);
  expect(written).toMatchObject({
    xero_invoice_number: "",
    xero_due_date: "",
    xero_last_payment_date: "",
  });
});

const FUTURE = "2026-12-23";
const PAST = "2026-11-22";

it.each([
  ["DRAFT", FUTURE, "0", "0", "draft"],
  ["DRAFT", PAST, "0", "0", "draft"],
  ["SUBMITTED", FUTURE, "0", "0", "not sent"],
  ["SUBMITTED", PAST, "0", "0", "not sent"],
  ["AUTHORISED", FUTURE, "0", "0", "awaiting payment"],
  ["AUTHORISED", undefined, "0", "0", "awaiting payment"],
  ["AUTHORISED", FUTURE, "0.01", "0", "part paid"],
  ["AUTHORISED", FUTURE, "0", "0.01", "part paid"],
  ["AUTHORISED", undefined, "10", "10", "part paid"],
  // due today is not overdue yet; part of it paid does not stop it tomorrow
  ["AUTHORISED", TODAY, "0", "0", "awaiting payment"],
  ["AUTHORISED", TODAY, "10", "0", "part paid"],
  ["AUTHORISED", PAST, "0", "0", "overdue"],
  ["AUTHORISED", PAST, "10", "0", "overdue"],
  ["AUTHORISED", "2025-12-31", "0", "5", "overdue"],
  ["PAID", PAST, "100", "0", "paid"],
  ["PAID", PAST, "60", "40", "paid"],
  ["PAID", FUTURE, "0", "100", "credited"],
  ["PAID", FUTURE, "0", "0", "paid"],
  ["VOIDED", PAST, "0", "0", "voided"],
  ["DELETED", FUTURE, "0", "0", "voided"],
])(
  "%s, due %s, paid %s, credited %s is %s on 23 November",
  (status, dueDate, paid, credited, expected) => {
    const invoice = {
      status,
      dueDate,
      amountPaid: d(paid),
      amountCredited: d(credited),
    };
    expect(billingState(invoice, TODAY)).toBe(expected);
  },
);

it.each([
  ["draft", "DRAFT"],
  ["not sent", "SUBMITTED"],
  ["awaiting payment", "AUTHORISED"],
  ["part paid", "AUTHORISED"],
  ["overdue", "AUTHORISED"],
  ["paid", "PAID"],
  ["credited", "PAID"],
  ["voided", "VOIDED"],
  ["something else", "something else"],
])("behind %p is Xero's %s", (state, status) => {
  expect(xeroStatus(state)).toBe(status);
});
