import {
  ConnectorError,
  validation,
} from "@hubspot-xero/shared/error/connectorError";
import { text, type Input } from "@hubspot-xero/shared/input/input";
import { sameCode } from "@hubspot-xero/shared/item/item";
import { xeroItemOutput } from "@hubspot-xero/shared/item/itemOutput";
import { readItem } from "@hubspot-xero/shared/item/readItem";
import { quoteForWhere, sameText } from "@hubspot-xero/shared/text/text";
import type { XeroItem } from "@hubspot-xero/shared/xero/wire";
import { attempt } from "./attempt";

interface ItemsWanted {
  where: string;
  /** What is looked for, for messages. */
  record: string;
  /** One of the two. */
  code?: string;
  name?: string;
}

/** The items that are looked for, by code, else by name; nothing is sent before. */
export function itemsWanted(parameters: Input) {
  return attempt((): ItemsWanted => {
    const code = text(parameters, "code");
    const name = text(parameters, "name");
    if (code)
      return {
        where: `Code==${quoteForWhere(code)}`,
        record: `item ${code}`,
        code,
      };
    if (name)
      return {
        where: `Name==${quoteForWhere(name)}`,
        record: `items named "${name}"`,
        name,
      };
    throw validation("Code and Name are both empty. Fill in one of them.");
  });
}

/** The items among those found that have the very code or name. */
export function foundItems(
  { record, code, name = "" }: ItemsWanted,
  wires: readonly XeroItem[] | undefined,
) {
  return attempt(() => {
    if (!wires)
      throw new ConnectorError(
        "server",
        `Xero's answer about ${record} holds no list. Run this scenario again.`,
      );
    const found = wires.filter(({ Code, Name }) =>
      code ? sameCode(Code, code) : Name && sameText(Name, name),
    );
    return {
      found: found
        .map(readItem)
        .map((item) => ({ id: item.xeroId, ...xeroItemOutput(item) })),
    };
  });
}
