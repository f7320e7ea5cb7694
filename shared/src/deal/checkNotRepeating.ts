import { validation } from "../error/connectorError";
import type { Deal } from "./deal";
import type { LineItem } from "./lineItem";
import type { RepeatingMark } from "./repeatingMark";

/** Why an invoice is not made beside a deal's repeating invoices, and the way on from where these are. */
const SENTENCES: Record<RepeatingMark["state"], (deal: string) => string> = {
  begun: (deal) =>
    `A run that makes the repeating invoices of deal "${deal}" has not come to its end. Run Create Repeating Invoice From Deal again: it bills the whole deal.`,
  refused: (deal) =>
    `Xero refused a repeating invoice of deal "${deal}", and others of it may bill there. Run Create Repeating Invoice From Deal again, which says what to correct and bills the whole deal. To invoice it here instead, run End Repeating Invoices, then clear "Xero repeating invoice mark" on the deal.`,
  done: (deal) =>
    `Deal "${deal}" has repeating invoices in Xero, which bill its recurring lines. Put lines that were added since on a deal of their own.`,
  ended: (deal) =>
    `The repeating invoices of deal "${deal}" were ended, and may have billed some of its recurring lines. Put what is still to be billed on a deal of its own; or clear "Xero repeating invoice mark" on this one to invoice all of its lines.`,
};

/**
 * Refuses to invoice lines that a deal's repeating invoices bill.
 * @throws ConnectorError `validation`
 */
export function checkNotRepeating(
  { name, billing: { repeatingMark: mark } }: Deal,
  lineItems: readonly LineItem[],
): void {
  if (mark && lineItems.some(({ recurring }) => recurring))
    throw validation(SENTENCES[mark.state](name));
}
