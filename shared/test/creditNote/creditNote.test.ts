import { readCreditNote } from "../../src/creditNote/creditNote";
import { CONTACT_ID, INVOICE_ID } from "../builders";
import { creditNoteWire } from "./creditNoteWire";

it("reads a credit note with what it was set against", () => {
  expect(readCreditNote(creditNoteWire())).toEqual({
    type: "credit_note",
    id: "note-1",
    number: "CN-0007",
    status: "AUTHORISED",
    total: "120",
    remaining: "20",
    currency: "GBP",
    date: "2026-11-23",
    reference: "Too many sprints",
    contactId: CONTACT_ID,
    customerName: "Harbour & Finch",
    allocations: [
      {
        invoiceId: INVOICE_ID,
        invoiceNumber: "INV-0042",
        amount: "100",
        date: "2026-11-23",
      },
    ],
    lines: [
      { description: "Design sprint", lineAmount: "100", taxAmount: "20" },
    ],
    updatedAt: "2026-11-23T10:00:00.000Z",
  });
});

it("reads a bare credit note, and drops an allocation to nothing", () => {
  const bare = { CreditNoteID: "note-2", Allocations: [{ Amount: 5 }] };
  expect(readCreditNote(bare)).toMatchObject({
    id: "note-2",
    status: "",
    total: "0",
    remaining: "0",
    allocations: [],
    lines: [],
  });
});
