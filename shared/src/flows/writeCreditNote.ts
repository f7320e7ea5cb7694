import { readCreditNote, type CreditNote } from "../creditNote/creditNote";
import { ConnectorError } from "../error/connectorError";
import { checkLockDate } from "../invoice/planInvoice";
import { withXeroSettings, type XeroSettings } from "../xero/settings";
import type { XeroCreditNote } from "../xero/wire";
import type { Context } from "./context";

/** Longer than Xero keeps an Idempotency-Key, and the answer to it. */
const ATTEMPT_SECONDS = 7 * 60;

/**
 * Writes an approved credit note. Xero repeats a refusal for as long as it keeps the key, so the attempt after a
 * refused one has another key; after an outcome that nobody knows it has the same.
 * @param record what it is, for messages: `the credit note for INV-0042`
 * @throws ConnectorError `validation` when its date is locked, or Xero refuses it
 */
export async function writeCreditNote(
  { xero, cache, digest }: Context,
  document: XeroCreditNote,
  record: string,
): Promise<CreditNote> {
  await withXeroSettings(xero, cache, (settings) =>
    checkNoteDate(document, record, settings),
  );
  const parts = ["credit-note", xero.tenantId, JSON.stringify(document)];
  const counter = `credit-attempt-${digest(parts.join("|"))}`;
  const attempt = Number((await cache.get(counter)) ?? 0);
  // Lives as long as the key that goes out now, so that a repeat of it finds the same one.
  if (attempt) await cache.set(counter, attempt, ATTEMPT_SECONDS);
  const key = digest([...parts, attempt].join("|"));
  try {
    return readCreditNote(await xero.createCreditNote(document, record, key));
  } catch (error) {
    if (error instanceof ConnectorError && error.kind === "validation")
      await cache.set(counter, attempt + 1, ATTEMPT_SECONDS);
    throw error;
  }
}

/** @throws ConnectorError `validation` when the credit note is dated in a locked period */
export function checkNoteDate(
  { Date: date }: Pick<XeroCreditNote, "Date">,
  record: string,
  settings: XeroSettings,
): void {
  checkLockDate(
    { date, status: "AUTHORISED" },
    `${record.charAt(0).toUpperCase()}${record.slice(1)}`,
    settings,
    "credit note",
  );
}
