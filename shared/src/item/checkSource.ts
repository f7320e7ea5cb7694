import { validation } from "../error/connectorError";
import { describeItem, LONGEST, type Item } from "./item";
import type { ItemOptions } from "./itemOptions";

type Side = "HubSpot" | "Xero";

const RECORD = { HubSpot: "product", Xero: "item" } as const;

/**
 * The code under which the other side knows this record.
 * @param from where the record comes from
 * @throws ConnectorError `validation` where the record cannot be carried over as it is; nothing is written then
 */
export function checkSource(
  item: Item,
  from: Side,
  { fields }: ItemOptions,
): string {
  const record = `The ${RECORD[from]} ${describeItem(item)}`;
  const { code } = item;
  if (item.isArchived)
    throw validation(
      `${record} is inactive in ${from}. Nothing was written; activate it there if it is still sold.`,
    );
  if (!item.isSold)
    throw validation(
      `${record} is only bought, not sold. Tick "I sell this item" in Xero if it belongs into HubSpot.`,
    );
  if (!code)
    throw validation(
      `${record} has no SKU, and its SKU is the code of its Xero item. Give it one in HubSpot.`,
    );
  if (code !== code.trim() || /[\r\n\t]/.test(code))
    throw validation(
      `${record} has white space around its SKU, which would not be found again. Take it out in ${from}.`,
    );
  if (code.length > LONGEST.code)
    throw validation(
      `${record} has a SKU of ${code.length} characters, and a code in Xero has at most ${LONGEST.code}. Shorten it in ${from}.`,
    );
  if (fields.has("price")) checkPrice(item, from);
  return code;
}

/** @throws ConnectorError `validation` where the record's own price stands in the way */
export function checkPrice(item: Item, side: Side): void {
  if (!item.priceProblem) return;
  throw validation(
    `The ${RECORD[side]} ${describeItem(item)} ${item.priceProblem}. Correct the price in ${side}, or leave Price out of Fields to Write.`,
  );
}
