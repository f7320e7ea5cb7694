import { dealBilling, writeDealBilling } from "../../src/deal/dealBilling";
import { readInvoice } from "../../src/invoice/readInvoice";
import type { XeroInvoice } from "../../src/xero/wire";
import { INVOICE_ID, xeroInvoice } from "../builders";

const TODAY = "2026-11-23";
// 20 and 2 November 2026
const ON_20TH = { Date: "/Date(1795132800000+0000)/", Amount: 500.5 };
const ON_2ND = { Date: "/Date(1793577600000+0000)/", Amount: 1000 };
const DUE_YESTERDAY = "/Date(1795305600000+0000)/";

const readOne = (changes: XeroInvoice = {}) =>
  readInvoice(xeroInvoice(changes));
/** An approved invoice over 6000.00 for the entry at a second, due on 23 December. */
const ofEntry = (second: number, changes: XeroInvoice = {}) =>
  readOne({
    InvoiceID: `id-${second}`,
    InvoiceNumber: `INV-${second}`,
    Reference: `HS-701-${second}`,
    Status: "AUTHORISED",
    ...changes,
  });
const PAID = { Status: "PAID", AmountPaid: 6000, AmountDue: 0 } as const;
const VOIDED = { Status: "VOIDED", AmountDue: 0 } as const;
const shown = (...[first, ...others]: ReturnType<typeof ofEntry>[]) =>
  writeDealBilling(dealBilling([first!, ...others], TODAY));

it("writes an invoice's state as HubSpot takes it", () => {
  const invoice = readOne({
    Status: "AUTHORISED",
    Total: 6000,
    AmountPaid: 1500.5,
    AmountDue: 4399.5,
    AmountCredited: 100,
    Payments: [ON_20TH, ON_2ND],
  });
  expect(writeDealBilling(dealBilling([invoice], TODAY))).toEqual({
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
  const bare = readOne({ InvoiceNumber: undefined, DueDate: undefined });
  expect(writeDealBilling(dealBilling([bare], TODAY))).toMatchObject({
    xero_invoice_number: "",
    xero_due_date: "",
    xero_last_payment_date: "",
  });
});

it("several invoices add up under the newest, whatever order they come in", () => {
  const older = ofEntry(1795000000, {
    Total: 1200.1,
    AmountPaid: 1000.05,
    AmountDue: 150.05,
    AmountCredited: 50,
    Payments: [ON_20TH],
  });
  const newer = ofEntry(1795428000, {
    Total: 6000.2,
    AmountPaid: 0.15,
    AmountDue: 6000.05,
    DueDate: "/Date(1797984000000+0000)/",
    Payments: [ON_2ND],
  });
  const expected = {
    xero_invoice_id: "id-1795428000",
    xero_invoice_number: "INV-1795428000",
    xero_invoice_status: "part paid",
    xero_invoice_url:
      "https://go.xero.com/AccountsReceivable/View.aspx?InvoiceID=id-1795428000",
    // 1200.10 + 6000.20, 1000.05 + 0.15, 150.05 + 6000.05
    xero_invoice_total: "7200.30",
    xero_amount_paid: "1000.20",
    xero_amount_due: "6150.10",
    xero_amount_credited: "50.00",
    xero_due_date: "2026-12-23",
    xero_last_payment_date: "2026-11-20",
  };
  expect(shown(older, newer)).toEqual(expected);
  expect(shown(newer, older)).toEqual(expected);
});

it("an entry's invoice leads that of the whole deal, and a later entry an earlier one, however many digits", () => {
  const whole = ofEntry(0, { Reference: "Spring (HS-701)" });
  const early = ofEntry(999_999_999);
  expect(shown(early, whole).xero_invoice_id).toBe("id-999999999");
  const late = ofEntry(1_795_000_000);
  expect(shown(late, early, whole).xero_invoice_id).toBe("id-1795000000");
});

it("of two invoices of one entry the later leads, whatever order they come in", () => {
  const copied = (number: string, Date: string) =>
    ofEntry(1795428000, { InvoiceID: number, InvoiceNumber: number, Date });
  const first = copied("INV-0009", "/Date(1795392000000+0000)/");
  const second = copied("INV-0010", "/Date(1795392000000+0000)/");
  const third = copied("INV-0001", "/Date(1795478400000+0000)/");
  for (const order of [
    [first, second],
    [second, first],
  ])
    expect(shown(...order).xero_invoice_id).toBe("INV-0010");
  expect(shown(third, second, first).xero_invoice_id).toBe("INV-0001");
  expect(shown(third, second, first).xero_invoice_total).toBe("18000.00");
});

describe("voided and deleted invoices", () => {
  it.each(["VOIDED", "DELETED"] as const)(
    "the newest, %s, neither leads nor counts",
    (Status) => {
      const older = ofEntry(1, { AmountPaid: 100, AmountDue: 5900 });
      const newest = ofEntry(2, { Status, AmountDue: 0 });
      expect(shown(older, newest)).toMatchObject({
        xero_invoice_id: "id-1",
        xero_invoice_status: "part paid",
        xero_invoice_total: "6000.00",
        xero_amount_paid: "100.00",
        xero_amount_due: "5900.00",
      });
    },
  );

  it("when no other is left the newest is shown as voided, alone", () => {
    expect(shown(ofEntry(2, VOIDED), ofEntry(1, VOIDED))).toMatchObject({
      xero_invoice_id: "id-2",
      xero_invoice_status: "voided",
      xero_invoice_total: "6000.00",
      xero_amount_due: "0.00",
    });
  });
});

describe("the state of several", () => {
  const old = { DueDate: DUE_YESTERDAY };
  it.each<[string, XeroInvoice, XeroInvoice]>([
    ["overdue", old, {}],
    ["overdue", old, { Status: "DRAFT" }],
    ["overdue", old, PAID],
    ["overdue", {}, old],
    // a voided invoice is never late
    ["awaiting payment", { ...old, ...VOIDED }, {}],
    ["paid", PAID, PAID],
    ["part paid", PAID, {}],
    // paid itself, with 6000.00 still due of the one before
    ["part paid", {}, PAID],
    ["draft", PAID, { Status: "DRAFT" }],
    ["not sent", {}, { Status: "SUBMITTED" }],
    ["awaiting payment", {}, {}],
    [
      "credited",
      { Status: "PAID", AmountCredited: 6000, AmountDue: 0 },
      { Status: "PAID", AmountCredited: 6000, AmountDue: 0 },
    ],
  ])("is %s with %j before %j", (state, older, newer) => {
    expect(shown(ofEntry(1, older), ofEntry(2, newer))).toMatchObject({
      xero_invoice_id: "id-2",
      xero_invoice_status: state,
    });
  });
});

describe("another currency", () => {
  const euros = { CurrencyCode: "EUR", AmountPaid: 10, AmountDue: 5990 };

  it("is never added to the leading invoice's", () => {
    const sterling = ofEntry(2, { AmountPaid: 1, AmountDue: 5999 });
    expect(shown(ofEntry(1, euros), sterling, ofEntry(3))).toMatchObject({
      xero_invoice_total: "12000.00",
      xero_amount_paid: "1.00",
      xero_amount_due: "11999.00",
    });
  });

  it("leads when it is the newest, and then stands alone", () => {
    expect(shown(ofEntry(1), ofEntry(2, euros))).toMatchObject({
      xero_invoice_id: "id-2",
      xero_invoice_total: "6000.00",
      xero_amount_paid: "10.00",
    });
  });

  it("is told when it is overdue all the same", () => {
    const late = ofEntry(1, { ...euros, DueDate: DUE_YESTERDAY });
    expect(shown(late, ofEntry(2)).xero_invoice_status).toBe("overdue");
  });
});
