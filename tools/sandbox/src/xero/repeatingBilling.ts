import type { Books } from "./books";
import { RulesBroken } from "./errors";
import { saveInvoice } from "./invoiceSave";
import { omit } from "./omit";
import type { RepeatingInvoice } from "./repeatingData";
import { scheduledDate, scheduledDueDate } from "./scheduleDates";
import type { Transaction } from "./table";
import type { Invoice } from "./types";
import { calendarDateOf, wireDate } from "./wireDates";

/** Makes every invoice whose day has come, the past ones of a new schedule included; true when there was one. */
export function billSchedules(books: Books): boolean {
  const today = books.today();
  let isBilled = false;
  for (const template of [...books.repeatingInvoices.all()])
    for (
      let next: RepeatingInvoice | undefined = template;
      next && isDue(next, today);
      next = books.repeatingInvoices.get(next.RepeatingInvoiceID)
    ) {
      bill(books, next);
      isBilled = true;
    }
  return isBilled;
}

function isDue({ Status, Schedule }: RepeatingInvoice, today: string): boolean {
  const { NextScheduledDate } = Schedule;
  return (
    Status !== "DELETED" &&
    NextScheduledDate !== undefined &&
    calendarDateOf(NextScheduledDate) <= today
  );
}

function bill(books: Books, template: RepeatingInvoice): void {
  const date = calendarDateOf(template.Schedule.NextScheduledDate ?? "");
  // An approved invoice that Xero cannot approve that day, as in a locked period, is left as a draft.
  if (!make(books, template, date, template.Status))
    make(books, template, date, "DRAFT");
  const settled: Transaction = { undo: [] };
  books.repeatingInvoices.put(
    { ...template, Schedule: nextSchedule(template.Schedule, date) },
    settled,
  );
}

function make(
  books: Books,
  template: RepeatingInvoice,
  date: string,
  Status: string,
): boolean {
  const { DueDate, DueDateType } = template.Schedule;
  const transaction: Transaction = { undo: [] };
  try {
    const { row } = saveInvoice(
      books,
      {
        Type: template.Type,
        Contact: template.Contact,
        Date: date,
        DueDate: scheduledDueDate(date, DueDate, DueDateType),
        Reference: template.Reference,
        BrandingThemeID: template.BrandingThemeID,
        CurrencyCode: template.CurrencyCode,
        LineAmountTypes: template.LineAmountTypes,
        LineItems: template.LineItems.map((line) =>
          omit(line, "LineItemID", "Item", "LineAmount", "TaxAmount"),
        ),
        Status,
        SentToContact:
          template.MarkAsSent ||
          // What lies in the past when the schedule is made is not e-mailed.
          (template.ApprovedForSending && date === books.today()),
      },
      undefined,
      4,
      transaction,
    );
    const made: Invoice = {
      ...row,
      RepeatingInvoiceID: template.RepeatingInvoiceID,
    };
    books.invoices.put(made, transaction);
    return true;
  } catch (error) {
    if (error instanceof RulesBroken) return false;
    throw error;
  }
}

function nextSchedule(
  schedule: RepeatingInvoice["Schedule"],
  billed: string,
): RepeatingInvoice["Schedule"] {
  const { StartDate, EndDate, Unit, Period } = schedule;
  const start = calendarDateOf(StartDate);
  let index = 0;
  while (scheduledDate(start, Unit, Period, index) <= billed) index += 1;
  const next = scheduledDate(start, Unit, Period, index);
  const rest = omit(schedule, "NextScheduledDate");
  return EndDate && next > calendarDateOf(EndDate)
    ? rest
    : { ...rest, NextScheduledDate: wireDate(next) };
}
