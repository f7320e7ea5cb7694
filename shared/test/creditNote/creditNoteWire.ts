import type { XeroCreditNote } from "../../src/xero/wire";
import { CONTACT_ID, INVOICE_ID } from "../builders";

/** 100 + 20% tax, 100 of it set against invoice INV-0042. */
export function creditNoteWire(changes: XeroCreditNote = {}): XeroCreditNote {
  return {
    Type: "ACCRECCREDIT",
    CreditNoteID: "note-1",
    CreditNoteNumber: "CN-0007",
    Status: "AUTHORISED",
    Contact: { ContactID: CONTACT_ID, Name: "Harbour & Finch" },
    Date: "/Date(1795392000000+0000)/",
    CurrencyCode: "GBP",
    Total: 120,
    RemainingCredit: 20,
    Reference: "Too many sprints",
    Allocations: [
      {
        Invoice: { InvoiceID: INVOICE_ID, InvoiceNumber: "INV-0042" },
        Amount: 100,
        Date: "/Date(1795392000000+0000)/",
      },
    ],
    LineItems: [
      { Description: "Design sprint", LineAmount: 100, TaxAmount: 20 },
    ],
    UpdatedDateUTC: "/Date(1795428000000+0000)/",
    ...changes,
  };
}
