import { CONTACT } from "./contactData";
import { LINE_ITEM } from "./invoiceData";
import type { Queryable } from "./listing";
import type { Posted } from "./postData";
import type { InvoiceType, LineAmountTypes, LineItem } from "./types";

export type Unit = "WEEKLY" | "MONTHLY";
export type DueDateType =
  | "DAYSAFTERBILLDATE"
  | "DAYSAFTERBILLMONTH"
  | "DAYSAFTERINVOICEDATE"
  | "DAYSAFTERINVOICEMONTH"
  | "OFCURRENTMONTH"
  | "OFFOLLOWINGMONTH";

/** A template from which Xero makes invoices by itself. Dates are `/Date(ms+0000)/`. */
export interface RepeatingInvoice {
  RepeatingInvoiceID: string;
  Type: InvoiceType;
  Contact: { ContactID: string };
  Schedule: {
    Period: number;
    Unit: Unit;
    DueDate: number;
    DueDateType: DueDateType;
    StartDate: string;
    /** Left out when the schedule is at its end. */
    NextScheduledDate?: string;
    EndDate?: string;
  };
  Reference: string;
  BrandingThemeID?: string;
  CurrencyCode: string;
  /** What the invoices become; DELETED ends the schedule. */
  Status: "DRAFT" | "AUTHORISED" | "DELETED";
  LineAmountTypes: LineAmountTypes;
  LineItems: LineItem[];
  SubTotal: number;
  TotalTax: number;
  Total: number;
  ApprovedForSending: boolean;
  SendCopy: boolean;
  MarkAsSent: boolean;
  IncludePDF: boolean;
}

/** What a request may set. */
export const REPEATING_INVOICE = {
  RepeatingInvoiceID: "guid",
  Type: "text",
  Contact: CONTACT,
  Schedule: {
    Period: "number",
    Unit: "text",
    DueDate: "number",
    DueDateType: "text",
    StartDate: "date",
    EndDate: "date",
  },
  Reference: "text",
  BrandingThemeID: "guid",
  CurrencyCode: "text",
  Status: "text",
  LineAmountTypes: "text",
  LineItems: [LINE_ITEM],
  ApprovedForSending: "boolean",
  SendCopy: "boolean",
  MarkAsSent: "boolean",
  IncludePDF: "boolean",
} as const;

export type PostedRepeatingInvoice = Posted<typeof REPEATING_INVOICE>;

export const REPEATING_INVOICES: Queryable = {
  resource: "RepeatingInvoice",
  fields: {
    RepeatingInvoiceID: "guid",
    Type: "text",
    Contact: CONTACT,
    Reference: "text",
    Status: "text",
    CurrencyCode: "text",
    Total: "number",
  },
};
