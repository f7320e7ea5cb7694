import type { CalendarDate } from "../date/calendarDate";
import type { Deal } from "../deal/deal";
import { writeRepeatingMark, type RepeatingMark } from "../deal/repeatingMark";
import type { StoredRepeatingInvoice } from "./repeatingInvoice";

/** The repeating invoices that were ever made from a deal. */
export function knownIds(
  { billing }: Pick<Deal, "billing">,
  repeating: readonly Pick<StoredRepeatingInvoice, "id">[],
): string[] {
  return [
    ...new Set([
      ...(billing.repeatingIds ?? []),
      ...repeating.map(({ id }) => id),
    ]),
  ];
}

/** The properties that tell a deal of its repeating invoices. */
export function settledRepeating(
  ids: readonly string[],
  begun: RepeatingMark,
): Record<string, string> {
  return {
    xero_repeating_invoice_id: ids.join(","),
    xero_repeating_mark: writeRepeatingMark({ ...begun, state: "done" }),
  };
}

/** Whether some of them have billed already: what Xero bills before the deal knows the schedule meets no deal. */
export function hasBegun(
  repeating: readonly Pick<StoredRepeatingInvoice, "start">[],
  today: CalendarDate,
): boolean {
  return repeating.some(({ start }) => start && start <= today);
}
