import { ConnectorError, validation } from "../error/connectorError";
import { text, type Input } from "../input/input";
import type { Item } from "../item/item";
import { readItem } from "../item/readItem";
import { sameText } from "../text/text";
import type { Context } from "./context";
import { onlyItem } from "../item/onlyOne";

/**
 * The Xero item of a code, else of a name; none where there is no such item. One call.
 * @throws ConnectorError `conflict` when several items have the name: a search that picked one would bill the wrong one
 */
export async function findItem(
  { xero }: Pick<Context, "xero">,
  input: Input,
): Promise<Item[]> {
  const code = text(input, "code");
  if (code) {
    const found = onlyItem(await xero.itemsByCode(code), code);
    return found ? [readItem(found)] : [];
  }
  const name = text(input, "name");
  if (!name)
    throw validation("Code and Name are both empty. Fill in one of them.");
  const found = await xero.itemsByName(name);
  const same = found.filter(({ Name }) => Name && sameText(Name, name));
  if (same.length < 2) return same.map(readItem);
  const codes = same.map(({ Code }) => Code).join(", ");
  throw new ConnectorError(
    "conflict",
    `Several Xero items are named "${name}": ${codes}. Search by code instead.`,
  );
}
