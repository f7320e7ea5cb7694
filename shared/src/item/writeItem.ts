import { toNumber } from "../money/decimal";
import { definedOnly } from "../transport/definedOnly";
import type { XeroItem } from "../xero/wire";
import type { ItemChanges } from "./itemChanges";

/** A new Xero item. It is sold and not bought: nothing that HubSpot knows says what it costs. */
export function newXeroItem(code: string, changes: ItemChanges): XeroItem {
  return { Code: code, IsSold: true, IsPurchased: false, ...body(changes, {}) };
}

/**
 * The update of a Xero item. Sales details go whole, with what stays as it was: whether Xero keeps those that a
 * request leaves out is not documented. Everything else that is left out stays.
 */
export function xeroItemUpdate(
  stored: XeroItem,
  changes: ItemChanges,
): XeroItem {
  return { Code: stored.Code, ...body(changes, stored.SalesDetails ?? {}) };
}

function body(
  { name, description, unitPrice, accountCode, taxType }: ItemChanges,
  stored: NonNullable<XeroItem["SalesDetails"]>,
): XeroItem {
  const details = definedOnly({
    UnitPrice: unitPrice && toNumber(unitPrice),
    AccountCode: accountCode,
    TaxType: taxType,
  });
  return definedOnly({
    Name: name,
    Description: description,
    SalesDetails: Object.keys(details).length
      ? { ...stored, ...details }
      : undefined,
  }) as XeroItem;
}

/**
 * The HubSpot properties of these changes; cost, margin, billing and all others are left alone.
 * @param priceProperty the property that holds the price in the Xero organisation's currency
 */
export function productProperties(
  { name, description, unitPrice }: ItemChanges,
  priceProperty: string,
): Record<string, string> {
  return definedOnly({
    name,
    description,
    [priceProperty]: unitPrice,
  }) as Record<string, string>;
}

/** The HubSpot properties of a new product. One that is made from a nameless item bears its code. */
export function newProduct(
  code: string,
  changes: ItemChanges,
  priceProperty: string,
): Record<string, string> {
  return {
    hs_sku: code,
    ...productProperties({ name: code, ...changes }, priceProperty),
  };
}
