import { readCreditNote, type CreditNote } from "../creditNote/creditNote";
import { checkLockDate } from "../invoice/planInvoice";
import { withXeroSettings, type XeroSettings } from "../xero/settings";
import type { XeroCreditNote } from "../xero/wire";
import type { Context } from "./context";
import { withFreshKey } from "./withFreshKey";

/**
 * Writes an approved credit note.
 * @param record what it is, for messages: `the credit note for INV-0042`
 * @throws ConnectorError `validation` when its date is locked, or Xero refuses it
 */
export async function writeCreditNote(
  context: Context,
  document: XeroCreditNote,
  record: string,
): Promise<CreditNote> {
  const { xero, cache } = context;
  await withXeroSettings(xero, cache, (settings) =>
    checkNoteDate(document, record, settings),
  );
  const parts = ["credit-note", xero.tenantId, JSON.stringify(document)];
  return withFreshKey(context, "credit", parts, async (key) =>
    readCreditNote(await xero.createCreditNote(document, record, key)),
  );
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
