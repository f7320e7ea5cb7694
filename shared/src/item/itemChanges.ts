import { compare } from "../money/decimal";
import { cleanItemDescription, cleanItemName, type Item } from "./item";
import type { ItemOptions } from "./itemOptions";

/** What an upsert writes: cleaned, and only what differs. */
export type ItemChanges = Partial<
  Pick<Item, "name" | "description" | "unitPrice" | "accountCode" | "taxType">
>;

/**
 * The fields of `source` that `target` does not show yet. What is empty in the source clears nothing. Both are
 * compared as Xero would store them, so that what was cut or trimmed on the way is no difference.
 * @param target undefined where there is no record yet
 */
export function itemChanges(
  source: Item,
  target: Item | undefined,
  { fields, ...step }: ItemOptions,
): ItemChanges {
  const changes: ItemChanges = {};
  const name = cleanItemName(source.name);
  // Without a name Xero shows the code, and a product that was made from such an item bears it.
  const shown = cleanItemName(target?.name) ?? cleanItemName(target?.code);
  if (fields.has("name") && name && name !== shown) changes.name = name;
  const description = cleanItemDescription(source.description);
  if (
    fields.has("description") &&
    description &&
    description !== cleanItemDescription(target?.description)
  )
    changes.description = description;
  const { unitPrice } = source;
  if (fields.has("price") && unitPrice !== undefined)
    if (!target?.unitPrice || compare(unitPrice, target.unitPrice) !== 0)
      changes.unitPrice = unitPrice;
  for (const key of ["accountCode", "taxType"] as const) {
    const value = step[key];
    const isWanted = !target || fields.has("account_and_tax");
    if (isWanted && value && value !== target?.[key]) changes[key] = value;
  }
  return changes;
}
