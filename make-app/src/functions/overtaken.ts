import { validation } from "@hubspot-xero/shared/error/connectorError";
import type { Instant } from "@hubspot-xero/shared/date/calendarDate";

/** What was read longer ago is not of this very run: Make keeps the data of a run that failed and goes on with it later. */
const ONE_RUN_MS = 60_000;

/**
 * Keeps old values from being written over newer ones by a run that Make takes up again.
 * @param readAt when the source was read; nothing is known of data that does not say so
 * @param changedAt when the record was changed that is to be written
 * @param what the record that was read and the one that is to be written, for the message
 * @throws ConnectorError `validation` where that was after the source was read
 */
export function checkNotOvertaken(
  readAt: string | undefined,
  changedAt: Instant | undefined,
  now: Date | string,
  what: { source: string; target: string },
): void {
  if (!readAt || !changedAt || changedAt <= readAt) return;
  const age = new Date(now).getTime() - Date.parse(readAt);
  if (age < ONE_RUN_MS) return;
  throw validation(
    `${what.target} was changed after ${what.source} was read at ${readAt}. Nothing was written, because newer values may stand there. Change the record again if they are not right.`,
  );
}
