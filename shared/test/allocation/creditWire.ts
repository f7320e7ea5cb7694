import { readCredit, type Credit } from "../../src/allocation/credit";
import type { XeroCredit } from "../../src/xero/wire";
import { CONTACT_ID, INVOICE_ID } from "../builders";

/** An overpayment of 60.00 on 20 November 2026, set against nothing. */
export function overpaymentWire(changes: XeroCredit = {}): XeroCredit {
  return {
    Type: "RECEIVE-OVERPAYMENT",
    OverpaymentID: "over-1",
    Status: "AUTHORISED",
    Contact: { ContactID: CONTACT_ID, Name: "Harbour & Finch" },
    Date: "/Date(1795132800000+0000)/",
    CurrencyCode: "GBP",
    Total: 60,
    RemainingCredit: 60,
    Allocations: [],
    UpdatedDateUTC: "/Date(1795428000000+0000)/",
    ...changes,
  };
}

export const overpayment = (changes: Partial<Credit> = {}): Credit => ({
  ...readCredit("overpayment", overpaymentWire()),
  ...changes,
});

/** An allocation to the invoice of the builders, as Xero lists it in the credit. */
export const allocationWire = (Amount: number, InvoiceID = INVOICE_ID) => ({
  Amount,
  Date: "/Date(1795392000000+0000)/",
  Invoice: { InvoiceID, InvoiceNumber: "INV-0042" },
});
