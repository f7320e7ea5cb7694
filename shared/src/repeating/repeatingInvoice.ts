import type { CalendarDate } from "../date/calendarDate";
import { readXeroDate } from "../date/xeroDate";
import type { BillingSchedule } from "../deal/billingSchedule";
import type { Totals } from "../invoice/invoice";
import { writeLine } from "../invoice/writeInvoice";
import { readAmount } from "../xero/readAmount";
import type { XeroRepeatingInvoice } from "../xero/wire";
import { definedOnly } from "../transport/definedOnly";
import type { RepeatingOptions } from "./options";
import type { RepeatingPlan } from "./planRepeating";
import { lastPayment } from "./scheduledLines";

/** A repeating invoice as Xero holds it: what each invoice that comes of it amounts to, and when they come. */
export interface StoredRepeatingInvoice extends Totals {
  id: string;
  reference: string;
  status: string;
  unit: BillingSchedule["unit"];
  every: number;
  start?: CalendarDate;
  /** Left out for a schedule without end. */
  end?: CalendarDate;
  /** Left out when the schedule is at its end. */
  next?: CalendarDate;
  currency?: string;
  lineCount: number;
  warnings: string[];
}

/** The Xero repeating invoice. The contact goes by its ID alone: any other field would change the contact. */
export function writeRepeatingInvoice(
  { reference, schedule, each }: RepeatingPlan,
  { invoice: { status }, terms, isSent }: RepeatingOptions,
  contactId: string,
): XeroRepeatingInvoice {
  const { invoice } = each;
  return definedOnly({
    Type: "ACCREC",
    Status: status,
    Contact: { ContactID: contactId },
    Schedule: definedOnly({
      Period: schedule.every,
      Unit: schedule.unit,
      DueDate: terms.days,
      DueDateType: terms.type,
      StartDate: schedule.start,
      EndDate: lastPayment(schedule),
    }),
    LineAmountTypes: invoice.lineAmountTypes,
    CurrencyCode: invoice.currency,
    Reference: reference,
    BrandingThemeID: invoice.brandingThemeId,
    ApprovedForSending: isSent,
    LineItems: invoice.lines.map(writeLine),
  });
}

export function readRepeatingInvoice(
  wire: XeroRepeatingInvoice,
): StoredRepeatingInvoice {
  const { Schedule = {} } = wire;
  const date = (text: string | undefined) => text && readXeroDate(text);
  return {
    id: wire.RepeatingInvoiceID ?? wire.ID ?? "",
    reference: wire.Reference ?? "",
    status: wire.Status ?? "",
    unit: Schedule.Unit === "WEEKLY" ? "WEEKLY" : "MONTHLY",
    every: Schedule.Period ?? 1,
    start: date(Schedule.StartDate),
    end: date(Schedule.EndDate),
    next: date(Schedule.NextScheduledDate),
    currency: wire.CurrencyCode,
    subtotal: readAmount(wire.SubTotal),
    tax: readAmount(wire.TotalTax),
    total: readAmount(wire.Total),
    lineCount: (wire.LineItems ?? []).length,
    warnings: [],
  };
}
