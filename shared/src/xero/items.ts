import type { Cache } from "../transport/cache";
import type { XeroClient } from "./client";
import type { XeroItem } from "./wire";

const HOUR = 3600;

/** A sellable item; its account and tax are the defaults of lines that carry its code. */
export interface XeroItemDefaults {
  code: string;
  accountCode?: string;
  taxType?: string;
}

/** Sellable items by code in lower case. */
export type ItemsByCode = Record<string, XeroItemDefaults>;

/** The item of a code or SKU, whatever its case. */
export function findItem(
  items: ItemsByCode,
  code: string | undefined,
): XeroItemDefaults | undefined {
  const key = code?.toLowerCase();
  return key && Object.hasOwn(items, key) ? items[key] : undefined;
}

interface CachedItems {
  items: ItemsByCode;
  /** Codes that were looked for and are no items, in lower case. */
  unknown: string[];
}

/**
 * The organisation's sellable items, cached for an hour; none are read where no line names one, and they are read
 * again for a code that they do not hold yet.
 */
export async function loadXeroItems(
  xero: XeroClient,
  cache: Cache,
  codes: readonly (string | undefined)[],
): Promise<ItemsByCode> {
  const wanted = codes.flatMap((code) => (code ? [code.toLowerCase()] : []));
  if (wanted.length === 0) return {};
  const key = `xero-items-${xero.tenantId}`;
  const cached = ((await cache.get(key)) ?? undefined) as
    CachedItems | undefined;
  const isKnown = (code: string) =>
    cached &&
    (Object.hasOwn(cached.items, code) || cached.unknown.includes(code));
  if (cached && wanted.every(isKnown)) return cached.items;
  const items = readItems(await xero.items());
  const unknown = [...new Set([...(cached?.unknown ?? []), ...wanted])].filter(
    (code) => !Object.hasOwn(items, code),
  );
  await cache.set(key, { items, unknown }, HOUR);
  return items;
}

/** After an item was written, the next line with its code reads the items anew. */
export async function forgetXeroItems(
  xero: XeroClient,
  cache: Cache,
): Promise<void> {
  await cache.set(`xero-items-${xero.tenantId}`, null, 1);
}

export function readItems(wires: readonly XeroItem[]): ItemsByCode {
  const sold = wires.filter(({ Code, IsSold }) => Code && IsSold !== false);
  return Object.fromEntries(
    sold.map(({ Code = "", SalesDetails = {} }) => [
      Code.toLowerCase(),
      {
        code: Code,
        accountCode: SalesDetails.AccountCode,
        taxType: SalesDetails.TaxType,
      },
    ]),
  );
}
