import type { CalendarDate } from "../date/calendarDate";
import { readXeroDate } from "../date/xeroDate";
import { parseDecimal, type Decimal } from "../money/decimal";
import type { XeroInvoice, XeroLineItem } from "../xero/wire";
import { readAmount } from "../xero/readAmount";
import { readCurrencyRate } from "./exchange";
import type { LineAmountTypes, Totals, TrackingChoice } from "./invoice";

/** An invoice as Xero holds it. */
export interface StoredInvoice extends Totals {
  id: string;
  number?: string;
  status: string;
  url: string;
  reference?: string;
  /** The repeating invoice that Xero made it from. */
  repeatingInvoiceId?: string;
  date?: CalendarDate;
  dueDate?: CalendarDate;
  currency?: string;
  /** Units of the currency for one unit of the base currency; 1 in the base currency. */
  currencyRate?: Decimal;
  amountDue: Decimal;
  amountPaid: Decimal;
  amountCredited: Decimal;
  /** A credit note is set against it; money from an over- or prepayment counts as credited as well. */
  isCreditNoted?: true;
  lastPaymentDate?: CalendarDate;
  /** The address that the invoice was given when it was made: its deal. */
  sourceUrl?: string;
  lineAmountTypes: LineAmountTypes;
  sentToContact: boolean;
  /** What Xero changed or left out, in its own words. */
  warnings: string[];
  contactId?: string;
  contactName?: string;
  lines: StoredLine[];
}

export interface StoredLine {
  description?: string;
  quantity?: Decimal;
  unitPrice?: Decimal;
  lineAmount: Decimal;
  taxAmount: Decimal;
  taxType?: string;
  accountCode?: string;
  itemCode?: string;
  /** Left out where the line is not tracked. */
  tracking?: TrackingChoice[];
}

export function readInvoice(wire: XeroInvoice): StoredInvoice {
  const id = wire.InvoiceID ?? "";
  return {
    id,
    number: wire.InvoiceNumber || undefined,
    status: wire.Status ?? "",
    url: invoiceUrl(id),
    reference: wire.Reference || undefined,
    repeatingInvoiceId: wire.RepeatingInvoiceID || undefined,
    date: wire.Date && readXeroDate(wire.Date),
    dueDate: wire.DueDate && readXeroDate(wire.DueDate),
    currency: wire.CurrencyCode,
    currencyRate: readCurrencyRate(wire.CurrencyRate),
    subtotal: readAmount(wire.SubTotal),
    tax: readAmount(wire.TotalTax),
    total: readAmount(wire.Total),
    amountDue: readAmount(wire.AmountDue),
    amountPaid: readAmount(wire.AmountPaid),
    amountCredited: readAmount(wire.AmountCredited),
    isCreditNoted: wire.CreditNotes?.length ? true : undefined,
    lastPaymentDate: (wire.Payments ?? [])
      .flatMap((payment) => (payment.Date ? [readXeroDate(payment.Date)] : []))
      .sort()
      .at(-1),
    sourceUrl: wire.Url || undefined,
    lineAmountTypes: (wire.LineAmountTypes ?? "Exclusive") as LineAmountTypes,
    sentToContact: wire.SentToContact ?? false,
    warnings: (wire.Warnings ?? []).flatMap(({ Message }) => Message ?? []),
    contactId: wire.Contact?.ContactID,
    contactName: wire.Contact?.Name,
    lines: (wire.LineItems ?? []).map(readLine),
  };
}

/** Opens the invoice in Xero, in whichever organisation it is. */
export function invoiceUrl(invoiceId: string): string {
  return `https://go.xero.com/AccountsReceivable/View.aspx?InvoiceID=${invoiceId}`;
}

function readLine(line: XeroLineItem): StoredLine {
  return {
    description: line.Description,
    quantity:
      line.Quantity === undefined ? undefined : parseDecimal(line.Quantity),
    unitPrice:
      line.UnitAmount === undefined ? undefined : parseDecimal(line.UnitAmount),
    lineAmount: readAmount(line.LineAmount),
    taxAmount: readAmount(line.TaxAmount),
    taxType: line.TaxType,
    accountCode: line.AccountCode,
    itemCode: line.ItemCode,
    tracking: readTracking(line),
  };
}

function readTracking({
  Tracking,
}: XeroLineItem): TrackingChoice[] | undefined {
  const choices = (Tracking ?? []).flatMap(
    ({ TrackingCategoryID: categoryId, TrackingOptionID: optionId }) =>
      categoryId && optionId ? { categoryId, optionId } : [],
  );
  return choices.length ? choices : undefined;
}
