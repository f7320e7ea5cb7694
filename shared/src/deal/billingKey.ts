import { validation } from "../error/connectorError";
import { truncate } from "../text/text";
import type { Deal } from "./deal";

/** What may be invoiced once: the whole deal, or each of its entries into a stage. */
export type OncePer = "deal" | "stage_entry";

/** `HS-<deal id>`, or `HS-<deal id>-<second of the stage entry>`: stable however often a run repeats. */
export function billingKey(deal: Deal, oncePer: OncePer): string {
  if (oncePer === "deal") return `HS-${deal.id}`;
  if (!deal.enteredStageAt) {
    throw validation(
      `Deal "${deal.name}" has no stage history, so an invoice per stage entry is not possible. Choose once per deal, or move the deal into a stage.`,
    );
  }
  return `HS-${deal.id}-${Math.floor(Date.parse(deal.enteredStageAt) / 1000)}`;
}

/** The invoice's Reference: the user's text with the key behind it. Quotes become apostrophes, as Xero's filter reads them badly. */
export function invoiceReference(
  text: string | undefined,
  key: string,
): string {
  const clean = (text ?? "").replaceAll('"', "'").replace(/\s+/g, " ").trim();
  return clean ? `${truncate(clean, 250 - key.length)} (${key})` : key;
}
