import type { XeroRepeatingInvoice } from "../../src/xero/wire";
import { CONTACT_ID, lineWire } from "../builders";
import type { Reply } from "../scriptedSend";

export const FIND_REPEATING = "GET xero /RepeatingInvoices";
export const PUT_REPEATING = "PUT xero /RepeatingInvoices";
export const KEY = "HS-701-R1M20261201";

/** 1 December 2026 */
const START = "/Date(1796083200000+0000)/";

/** A monthly 1000 + 20% tax from 1 December 2026 on, as Xero answers it. */
export const repeatingWire = (
  changes: XeroRepeatingInvoice = {},
): XeroRepeatingInvoice => ({
  Type: "ACCREC",
  RepeatingInvoiceID: "repeating-1",
  Reference: KEY,
  Status: "DRAFT",
  Contact: { ContactID: CONTACT_ID },
  Schedule: {
    Period: 1,
    Unit: "MONTHLY",
    StartDate: START,
    NextScheduledDate: START,
  },
  CurrencyCode: "GBP",
  SubTotal: 1000,
  TotalTax: 200,
  Total: 1200,
  LineItems: [{ Description: "Care" }],
  ...changes,
});

export const repeatingReply = (
  call: string,
  ...found: XeroRepeatingInvoice[]
): Reply => ({ call, body: { RepeatingInvoices: found } });

/** Monthly care at 1000 from 1 December. */
export const careLine = (properties: Record<string, string> = {}, id = "801") =>
  lineWire(
    {
      name: "Care",
      quantity: "1",
      recurringbillingfrequency: "monthly",
      hs_recurring_billing_start_date: "2026-12-01",
      ...properties,
    },
    id,
  );
