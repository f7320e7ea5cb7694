import type { AllocationStep } from "../../src/allocation/allocationStep";
import type { Credit } from "../../src/allocation/credit";
import { planAllocation } from "../../src/allocation/planAllocation";
import { readInvoice, type StoredInvoice } from "../../src/invoice/readInvoice";
import { d, INVOICE_ID, OTHER_CONTACT_ID, xeroInvoice } from "../builders";
import { overpayment } from "./creditWire";

const STEP: AllocationStep = {
  type: "overpayment",
  creditId: "over-1",
  invoiceId: INVOICE_ID,
  date: "2026-11-23",
};
/** Of which 50.00 are due. */
const invoice: StoredInvoice = {
  ...readInvoice(xeroInvoice({ Status: "AUTHORISED" })),
  number: "INV-0042",
  currency: "GBP",
  contactId: overpayment().contactId,
  contactName: "Harbour & Finch",
  amountDue: d("50"),
};
const plan = (
  step: Partial<AllocationStep>,
  credit: Partial<Credit> = {},
  changes: Partial<StoredInvoice> = {},
) =>
  planAllocation({ ...STEP, ...step }, overpayment(credit), {
    ...invoice,
    ...changes,
  });
const placed = (amount: string, date = "2026-11-23", id = INVOICE_ID) => ({
  invoiceId: id,
  invoiceNumber: "INV-0042",
  amount: d(amount),
  date,
});

it.each<[what: string, amount: string | undefined, due: string, set: string]>([
  ["all of the credit where more is due", undefined, "72.5", "60"],
  ["all that is due where more is left", undefined, "50", "50"],
  ["the amount, up to the last cent of the credit", "60", "72.5", "60"],
  ["the amount, up to the last cent of the invoice", "50", "50", "50"],
  ["a part of both", "0.01", "50", "0.01"],
])("sets %s against the invoice", (_, amount, due, set) => {
  expect(
    plan({ amount: amount ? d(amount) : undefined }, {}, { amountDue: d(due) }),
  ).toEqual({ outcome: "allocated", allocation: placed(set) });
});

describe("what an earlier run has set is known", () => {
  const early = "2026-11-20";
  const usedUp = {
    status: "PAID",
    remaining: d("0"),
    allocations: [placed("20", early), placed("40", early)],
  };

  it("by its amount, on whatever day it was, and whatever became of both", () => {
    expect(
      plan({ amount: d("40") }, usedUp, {
        status: "PAID",
        amountDue: d("0"),
        // Merged into another since.
        contactId: OTHER_CONTACT_ID,
      }),
    ).toEqual({
      outcome: "already_allocated",
      allocation: placed("40", early),
    });
  });

  it("by any amount, if the step names none: all of it is told", () => {
    expect(plan({}, usedUp)).toEqual({
      outcome: "already_allocated",
      allocation: placed("60", early),
    });
  });

  it("and not taken for another amount, nor for that of another invoice", () => {
    const allocations = [placed("20"), placed("30", early, "other")];
    const credit = { remaining: d("40"), allocations };
    expect(plan({ amount: d("30") }, credit)).toEqual({
      outcome: "allocated",
      allocation: placed("30"),
    });
    expect(plan({}, { allocations: allocations.slice(1) })).toMatchObject({
      outcome: "allocated",
    });
  });
});

it.each<[side: string, credit: Partial<Credit>, due: string]>([
  ["the credit", { status: "PAID", remaining: d("0") }, "50"],
  ["the invoice", {}, "0"],
])("has nothing to do where nothing of %s is left", (_, credit, due) => {
  expect(plan({}, credit, { amountDue: d(due) })).toEqual({
    outcome: "nothing_left",
  });
});

const OVERPAYMENT = "the overpayment of 2026-11-20 over 60.00 GBP";
const THE_OVERPAYMENT = "The overpayment of 2026-11-20 over 60.00 GBP";
const note: Partial<Credit> = { type: "credit_note", number: "CN-0007" };

it.each<
  [
    what: string,
    message: string,
    step: Partial<AllocationStep>,
    credit: Partial<Credit>,
    changes?: Partial<StoredInvoice>,
  ]
>([
  [
    "another customer",
    `${THE_OVERPAYMENT} belongs to Blue Door Ltd, but invoice INV-0042 to Harbour & Finch. Choose a credit and an invoice of the same customer.`,
    {},
    { contactId: OTHER_CONTACT_ID, customerName: "Blue Door Ltd" },
  ],
  [
    "another currency",
    "Credit note CN-0007 is in EUR, but invoice INV-0042 in GBP. Choose a credit and an invoice of the same currency.",
    {},
    { ...note, currency: "EUR" },
  ],
  [
    "a draft",
    "Credit note CN-0007 is a draft, so nothing of it can be set against an invoice. Approve it in Xero, then run this step again.",
    {},
    { ...note, status: "DRAFT" },
  ],
  [
    "a credit note that waits",
    "Credit note CN-0007 waits for approval, so nothing of it can be set against an invoice. Approve it in Xero, then run this step again.",
    {},
    { ...note, status: "SUBMITTED" },
  ],
  [
    "a voided credit",
    `${THE_OVERPAYMENT} is voided, so nothing of it can be set against an invoice. Choose another.`,
    {},
    { status: "VOIDED" },
  ],
  [
    "an invoice that waits",
    "Invoice INV-0042 waits for approval, so nothing can be set against it. Approve it in Xero, then run this step again.",
    {},
    {},
    { status: "SUBMITTED" },
  ],
  [
    "a voided invoice",
    "Invoice INV-0042 is voided, so nothing can be set against it. Choose another.",
    {},
    {},
    { status: "VOIDED", amountDue: d("0") },
  ],
  [
    "a cent more than is due",
    `50.01 GBP cannot be set against invoice INV-0042: 60.00 of ${OVERPAYMENT} is left, and 50.00 of the invoice is due. Use an amount up to 50.00, or leave it empty.`,
    { amount: d("50.01") },
    {},
  ],
  [
    "a cent more than is left",
    `60.01 GBP cannot be set against invoice INV-0042: 60.00 of ${OVERPAYMENT} is left, and 72.50 of the invoice is due. Use an amount up to 60.00, or leave it empty.`,
    { amount: d("60.01") },
    {},
    { amountDue: d("72.5") },
  ],
  [
    "an amount of a credit that is used up",
    "Nothing of credit note CN-0007 is left to set against invoice INV-0042. Choose another credit note.",
    { amount: d("5") },
    { ...note, status: "PAID", remaining: d("0") },
  ],
  [
    "an amount to an invoice that is paid",
    `Nothing of invoice INV-0042 is due, so all that was left of ${OVERPAYMENT} stays with it. Choose another invoice.`,
    { amount: d("5") },
    {},
    { status: "PAID", amountDue: d("0") },
  ],
])("refuses %s", (_, message, step, credit, changes = {}) => {
  expect(() => plan(step, credit, changes)).toThrow(
    expect.objectContaining({ kind: "validation", message }),
  );
});
