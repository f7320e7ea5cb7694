import { readInvoice } from "@hubspot-xero/shared/invoice/readInvoice";
import {
  creditAllocation,
  creditPlan,
  creditWanted,
  newCreditNote,
} from "../functions/creditNote";
import type { Given } from "./examples";
import { settings, contact, invoice, NOW } from "./records";

const scenario = { timezone: "Europe/London" };

/** An approved invoice of 100 and 20 tax, of which nothing is paid. */
const owed = readInvoice({
  ...invoice,
  LineAmountTypes: "Exclusive",
  LineItems: [
    {
      ...{ Description: "Support", Quantity: 1, UnitAmount: 100 },
      ...{ AccountCode: "200", TaxType: "OUTPUT2" },
      ...{ LineAmount: 100, TaxAmount: 20 },
    },
  ],
  ...{ SubTotal: 100, TotalTax: 20, Total: 120 },
  ...{ AmountDue: 120, AmountPaid: 0 },
});

const note = {
  Type: "ACCRECCREDIT",
  CreditNoteID: "7c1d2e3f-4a5b-4c6d-8e7f-9a0b1c2d3e4f",
  CreditNoteNumber: "CN-0007",
  Status: "AUTHORISED",
  Reference: "INV-0042",
  Date: "/Date(1795392000000+0000)/",
  CurrencyCode: "GBP",
  Total: 120,
  RemainingCredit: 120,
  Contact: contact,
  UpdatedDateUTC: "/Date(1795428930120+0000)/",
};

type Step = Exclude<ReturnType<typeof creditWanted>, { problem: string }>;
type Plan = Exclude<ReturnType<typeof creditPlan>, { problem: string }>;

const step = creditWanted({ invoiceId: owed.id }) as Step;
const plan = creditPlan.call(scenario, step, owed, [], NOW) as Plan;
const made = newCreditNote(note);
const allocation = creditAllocation(step, made, owed, "2026-11-23");

/** Credit notes, made and set against their invoice. */
export const creditNotes: Readonly<Record<string, readonly Given[]>> = {
  creditWanted: [[{ invoiceId: owed.id, amount: "20" }], [{ amount: "-1" }]],
  creditSearch: [[step, owed]],
  creditPlan: [
    [step, owed, [], NOW],
    [{ ...step, amount: "500" }, owed, [], NOW],
    [step, owed, undefined, NOW],
  ],
  checkCreditDate: [
    [plan.document, "the credit note", settings.Organisations],
    [plan.document, "the credit note", undefined],
  ],
  newCreditNote: [[note], [undefined]],
  creditAllocation: [
    [step, made, owed, "2026-11-23"],
    [step, undefined, owed, "2026-11-23"],
  ],
  creditNoteResult: [
    [plan, made, owed, allocation],
    [plan, undefined, owed],
  ],
  creditNoteEvents: [[[note, { ...note, Status: "DRAFT" }]], [undefined]],
};
