import type { Saved } from "./batch";
import type { Books } from "./books";
import { resolveDocumentContact } from "./documentContact";
import { RulesBroken } from "./errors";
import { choose, LINE_AMOUNT_TYPES } from "./invoiceChoices";
import { firstTheme } from "./invoiceHeader";
import { totals } from "./invoiceMoney";
import { resolveLines } from "./invoiceSave";
import { omit } from "./omit";
import type {
  DueDateType,
  PostedRepeatingInvoice,
  RepeatingInvoice,
  Unit,
} from "./repeatingData";
import type { Transaction } from "./table";
import { wireDate } from "./wireDates";

const UNITS: readonly Unit[] = ["WEEKLY", "MONTHLY"];
const DUE_DATE_TYPES: readonly DueDateType[] = [
  "DAYSAFTERBILLDATE",
  "DAYSAFTERBILLMONTH",
  "DAYSAFTERINVOICEDATE",
  "DAYSAFTERINVOICEMONTH",
  "OFCURRENTMONTH",
  "OFFOLLOWINGMONTH",
];

/** A new template; none can be edited through the API. Xero's texts for the schedule's rules were not seen. */
export function createRepeatingInvoice(
  books: Books,
  posted: PostedRepeatingInvoice,
  places: number,
  transaction: Transaction,
): Saved<RepeatingInvoice> {
  const status =
    choose(["DRAFT", "AUTHORISED"] as const, "Status", posted.Status) ??
    "DRAFT";
  const lineAmountTypes =
    choose(LINE_AMOUNT_TYPES, "LineAmountTypes", posted.LineAmountTypes) ??
    "Exclusive";
  const { schedule, messages: scheduleMessages } = readSchedule(posted);
  const { contact, messages } = resolveDocumentContact(
    books,
    posted.Contact,
    undefined,
    transaction,
  );
  const lines = resolveLines(books, posted, undefined, {
    type: "ACCREC",
    status,
    lineAmountTypes,
    contact,
    places,
  });
  const CurrencyCode =
    posted.CurrencyCode ??
    contact?.DefaultCurrency ??
    books.organisation.BaseCurrency;
  const broken = [
    ...(posted.Type === "ACCREC"
      ? []
      : ["The sandbox repeats sales invoices (ACCREC) only."]),
    ...scheduleMessages,
    ...messages,
    ...lines.flatMap((line) => line.messages),
    ...(lines.length ? [] : ["One or more line items must be specified"]),
    ...(books.currencies.get(CurrencyCode)
      ? []
      : [`Organisation is not subscribed to currency ${CurrencyCode}`]),
  ];
  if (broken.length > 0 || !contact || !schedule)
    throw new RulesBroken(
      broken,
      new Map(lines.map((line, place) => [place, line.messages])),
    );
  const LineItems = lines.map(({ line }) => line);
  const row: RepeatingInvoice = {
    RepeatingInvoiceID: books.newId(),
    Type: "ACCREC",
    Contact: { ContactID: contact.ContactID },
    Schedule: schedule,
    Reference: posted.Reference ?? "",
    BrandingThemeID: posted.BrandingThemeID ?? firstTheme(books),
    CurrencyCode,
    Status: status,
    LineAmountTypes: lineAmountTypes,
    LineItems,
    ...totals(LineItems, lineAmountTypes),
    ApprovedForSending: posted.ApprovedForSending ?? false,
    SendCopy: posted.SendCopy ?? false,
    MarkAsSent: posted.MarkAsSent ?? false,
    IncludePDF: posted.IncludePDF ?? false,
  };
  books.repeatingInvoices.put(row, transaction);
  return { row, warnings: lines.flatMap(({ warnings }) => warnings) };
}

/** Ends the schedule; the invoices that it made stay. */
export function deleteRepeatingInvoice(
  books: Books,
  posted: PostedRepeatingInvoice,
  before: RepeatingInvoice,
  transaction: Transaction,
): Saved<RepeatingInvoice> {
  if (posted.Status !== "DELETED")
    throw new RulesBroken([
      "A repeating invoice cannot be changed; its Status can be set to DELETED.",
    ]);
  const Schedule = omit(before.Schedule, "NextScheduledDate");
  const row: RepeatingInvoice = { ...before, Schedule, Status: "DELETED" };
  books.repeatingInvoices.put(row, transaction);
  return { row };
}

function readSchedule({ Schedule = {} }: PostedRepeatingInvoice): {
  schedule?: RepeatingInvoice["Schedule"];
  messages: string[];
} {
  const { Period, DueDate, StartDate, EndDate } = Schedule;
  const unit = choose(UNITS, "Unit", Schedule.Unit);
  const dueDateType = choose(
    DUE_DATE_TYPES,
    "DueDateType",
    Schedule.DueDateType,
  );
  const missing = Object.entries({
    Period,
    Unit: unit,
    DueDate,
    DueDateType: dueDateType,
    StartDate,
  }).flatMap(([name, value]) =>
    value === undefined ? [`Schedule ${name} must be specified`] : [],
  );
  const messages = [
    ...missing,
    ...(Period !== undefined && !(Number.isInteger(Period) && Period > 0)
      ? ["Schedule Period must be a whole number greater than zero"]
      : []),
    ...(StartDate && EndDate && EndDate < StartDate
      ? ["Schedule EndDate cannot be before StartDate"]
      : []),
  ];
  if (
    messages.length > 0 ||
    !Period ||
    !unit ||
    DueDate === undefined ||
    !dueDateType ||
    !StartDate
  )
    return { messages };
  return {
    messages,
    schedule: {
      Period,
      Unit: unit,
      DueDate,
      DueDateType: dueDateType,
      StartDate: wireDate(StartDate),
      NextScheduledDate: wireDate(StartDate),
      ...(EndDate && { EndDate: wireDate(EndDate) }),
    },
  };
}
