import type { CalendarDate } from "../date/calendarDate";
import type { Decimal } from "../money/decimal";

export type InvoiceStatus = "DRAFT" | "SUBMITTED" | "AUTHORISED";
/** Whether line prices are without tax, with tax, or free of it. */
export type LineAmountTypes = "Exclusive" | "Inclusive" | "NoTax";

/** Characters of a line's description, on invoices and credit notes. */
export const LONGEST_DESCRIPTION = 4000;

/** A sales invoice as it is to be made. Amounts are exact, in `currency`. */
export interface Invoice {
  status: InvoiceStatus;
  lineAmountTypes: LineAmountTypes;
  /** ISO 4217; left out, Xero takes the organisation's own. */
  currency?: string;
  /** Left out, Xero takes today in the organisation's time zone. */
  date?: CalendarDate;
  dueDate?: CalendarDate;
  reference?: string;
  brandingThemeId?: string;
  /** The address that Xero shows as "Go to ..." on the invoice. */
  url?: string;
  lines: InvoiceLine[];
}

export interface InvoiceLine {
  description: string;
  /** At most 4 decimals. */
  quantity: Decimal;
  /** At most 4 decimals; Xero keeps them only with unitdp=4. */
  unitPrice: Decimal;
  /** Percent; used only where it gives whole cents, because Xero rounds the discount, not the line. */
  discountPercent?: Decimal;
  /** Off the whole line. */
  discountAmount?: Decimal;
  accountCode?: string;
  /** A TaxType code such as OUTPUT2; left out, Xero takes the item's or the account's. */
  taxType?: string;
  itemCode?: string;
  tracking?: TrackingChoice[];
}

export interface TrackingChoice {
  categoryId: string;
  optionId: string;
}

/** What Xero will make of an invoice, worked out before it is sent. */
export interface Totals {
  subtotal: Decimal;
  tax: Decimal;
  total: Decimal;
}
