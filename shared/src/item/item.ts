import type { Instant } from "../date/calendarDate";
import type { Decimal } from "../money/decimal";
import { truncate } from "../text/text";

/** What a product of HubSpot and an item of Xero have in common. The code (HubSpot's SKU) is the key on both sides. */
export interface Item {
  hubspotId?: string;
  xeroId?: string;
  code?: string;
  name?: string;
  description?: string;
  /** Sales price of one unit, in the currency of the Xero organisation; exact. */
  unitPrice?: Decimal;
  /** True for a product whose price goes by quantity: one price must not be written over it. */
  hasTiers?: true;
  /** Why the price cannot be carried over, as the end of a sentence about the record. */
  priceProblem?: string;
  /** Sales account and tax: Xero alone knows them. */
  accountCode?: string;
  taxType?: string;
  /** False for what a Xero organisation only buys. */
  isSold: boolean;
  /** True for what was set aside in HubSpot. */
  isArchived: boolean;
  updatedAt?: Instant;
}

/** Lengths from Xero's OpenAPI (Item), decimals with `unitdp=4`. */
export const LONGEST = { code: 30, name: 50, description: 4000 } as const;
export const PRICE_DECIMALS = 4;

/**
 * A name as both sides can hold it: one line of at most 50 characters. Both names are compared in this form, so that
 * one that Xero had to cut never comes back as a change.
 */
export function cleanItemName(value: string | undefined): string | undefined {
  const line = value?.replace(/\s+/g, " ").trim();
  return line ? truncate(line, LONGEST.name).trim() : undefined;
}

/** A description as both sides can hold it: lines ended by `\n`, at most 4000 characters. */
export function cleanItemDescription(
  value: string | undefined,
): string | undefined {
  const text = value?.replace(/\r\n?/g, "\n").trim();
  return text ? truncate(text, LONGEST.description).trim() : undefined;
}

/** Codes are one whatever their case: Xero and HubSpot's search compare them so. */
export function sameCode(
  a: string | undefined,
  b: string | undefined,
): boolean {
  return a !== undefined && a.toLowerCase() === b?.toLowerCase();
}

/** How messages name an item: `"Design sprint" (DESIGN)`. */
export function describeItem({ name, code, hubspotId, xeroId }: Item): string {
  if (name) return code ? `"${name}" (${code})` : `"${name}"`;
  return code ?? hubspotId ?? xeroId ?? "without a name";
}
