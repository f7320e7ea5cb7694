import { toNumber } from "../money/decimal";
import type { Item } from "./item";
import type { ItemChanges } from "./itemChanges";

/** What became of one side's record. `missing`: there is none, and the step may only update. */
export interface UpsertedItem {
  outcome: "created" | "updated" | "unchanged" | "missing";
  item: Item;
  changed: ItemChanges;
}

/** An item as triggers, actions and searches hand it out: the price is a number of up to four decimals. */
export function itemOutput(item: Item) {
  return {
    code: item.code,
    name: item.name,
    description: item.description,
    unitPrice: item.unitPrice && toNumber(item.unitPrice),
    updatedAt: item.updatedAt,
  };
}

/** A Xero item, with what Xero alone knows. */
export function xeroItemOutput(item: Item) {
  return {
    itemId: item.xeroId,
    ...itemOutput(item),
    accountCode: item.accountCode,
    taxType: item.taxType,
    isSold: item.isSold,
  };
}

/** A HubSpot product. */
export function productOutput(item: Item) {
  return {
    productId: item.hubspotId,
    ...itemOutput(item),
    isActive: !item.isArchived,
  };
}

/** What an upsert did: the record as it is now, the ids of both sides, and the fields that were written. */
export function upsertedOutput({ outcome, item, changed }: UpsertedItem) {
  return {
    outcome,
    productId: item.hubspotId,
    itemId: item.xeroId,
    ...itemOutput(item),
    accountCode: item.accountCode,
    taxType: item.taxType,
    changedFields: Object.keys(changed)
      .map((key) => NAMES[key as keyof ItemChanges])
      .join(", "),
  };
}

/** The written fields, as the output calls them. */
const NAMES: Record<keyof ItemChanges, string> = {
  name: "name",
  description: "description",
  unitPrice: "unit_price",
  accountCode: "account_code",
  taxType: "tax_type",
};
