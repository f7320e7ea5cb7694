import { validation } from "../error/connectorError";
import { plainQuotes, truncate } from "../text/text";
import type { BillingSchedule } from "./billingSchedule";
import type { Deal } from "./deal";

/** What may be invoiced once: the whole deal, or each of its entries into a stage. */
export type OncePer = "deal" | "stage_entry";

/** A part of a deal that has an invoice of its own: a deposit in advance, or what is left after it. */
export type DealPart = "deposit" | "balance";

const PARTS = { D: "deposit", B: "balance" } as const;

/**
 * `HS-<deal id>`, `HS-<deal id>-D` for its deposit and `-B` for its balance, or `HS-<deal id>-<second of the stage entry>`:
 * stable however often a run repeats, and wherever the deal has moved since.
 * @param stageEntryId the event of the trigger, `<deal>:<stage>:<milliseconds>`
 */
export function billingKey(
  deal: Deal,
  oncePer: OncePer,
  stageEntryId: string | undefined,
  part?: DealPart,
): string {
  if (part && oncePer !== "deal")
    throw validation(
      `Deal "${deal.name}" is to be billed a ${part}, which is done once per deal. Choose Deal under Invoice Once Per.`,
    );
  if (part) return `HS-${deal.id}-${part === "deposit" ? "D" : "B"}`;
  if (oncePer === "deal") return `HS-${deal.id}`;
  const [dealId, , entered] = stageEntryId?.split(":") ?? [];
  if (dealId === deal.id && /^\d{13}$/.test(entered ?? ""))
    return `HS-${deal.id}-${Math.floor(Number(entered) / 1000)}`;
  throw validation(
    `Deal "${deal.name}" is to be invoiced once for each stage entry, but ${stageEntryId ? `"${stageEntryId.slice(0, 60)}" is no event of this deal` : "Stage Entry is empty"}. Map the event ID of the trigger to Stage Entry.`,
  );
}

/** True for the key of one stage entry, false for that of a whole deal. */
export function isStageEntryKey(key: string): boolean {
  return /^HS-\d+-\d+$/.test(key);
}

/**
 * The key of what a deal bills on one schedule: `HS-<deal id>-R1M20261201x12` for every month from 1 December 2026, 12
 * times in all; `R2W20261201` for every second week without end.
 */
export function repeatingKey(
  dealId: string,
  { every, unit, start, payments }: BillingSchedule,
): string {
  const rhythm = `${every}${unit === "WEEKLY" ? "W" : "M"}`;
  const times = payments === undefined ? "" : `x${payments}`;
  return `${repeatingPart(dealId)}${rhythm}${start.replaceAll("-", "")}${times}`;
}

/** What the references of all repeating invoices of a deal hold, and those of the invoices that come of them. */
export function repeatingPart(dealId: string): string {
  return `HS-${dealId}-R`;
}

/** True for the reference of a repeating invoice, which the invoices that Xero makes from it carry too. */
export function isRepeatingReference(reference: string | undefined): boolean {
  return /(?:^|\()HS-\d+-R\d+[MW]\d{8}(?:x\d+)?\)?$/.test(reference ?? "");
}

/** The deal behind an invoice's Reference; undefined for invoices that were not made from a deal. */
export function dealIdOf(reference: string | undefined): string | undefined {
  return /(?:^|\()HS-(\d+)(?:-(?:\d+|[DB]|R\d+[MW]\d{8}(?:x\d+)?))?\)?$/.exec(
    reference ?? "",
  )?.[1];
}

/** The part of a deal that a key, or the reference of an invoice, stands for; undefined for any other. */
export function partOf(reference: string | undefined): DealPart | undefined {
  const letter = /(?:^|\()HS-\d+-([DB])\)?$/.exec(reference ?? "")?.[1];
  return letter ? PARTS[letter as keyof typeof PARTS] : undefined;
}

/**
 * The instant in seconds of the stage entry that an invoice was made for; 0 for one of the whole deal, undefined for
 * those of a part or a schedule and those that were not made from a deal.
 */
export function stageEntryOf(
  reference: string | undefined,
): number | undefined {
  const [key, second] =
    /(?:^|\()HS-\d+(?:-(\d+))?\)?$/.exec(reference ?? "") ?? [];
  return key === undefined ? undefined : Number(second ?? 0);
}

/** The invoice's Reference: the user's text with the key behind it. Quotes become apostrophes, as Xero's filter reads them badly. */
export function invoiceReference(
  text: string | undefined,
  key: string,
): string {
  const clean = plainQuotes(text ?? "")
    .replace(/\s+/g, " ")
    .trim();
  return clean ? `${truncate(clean, 250 - key.length)} (${key})` : key;
}
