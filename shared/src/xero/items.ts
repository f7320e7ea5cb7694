import { remember, type Cache } from "../transport/cache";
import type { XeroClient } from "./client";

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

/** The organisation's sellable items, cached for an hour; none are read where no line names one. */
export async function loadXeroItems(
  xero: XeroClient,
  cache: Cache,
  codes: readonly (string | undefined)[],
): Promise<ItemsByCode> {
  if (!codes.some(Boolean)) return {};
  return remember(cache, `xero-items-${xero.tenantId}`, HOUR, async () => {
    const sold = (await xero.items()).filter(
      ({ Code, IsSold }) => Code && IsSold !== false,
    );
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
  });
}
