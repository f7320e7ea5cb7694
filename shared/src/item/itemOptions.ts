import { validation } from "../error/connectorError";
import { choice, text, type Input } from "../input/input";

/** What an upsert may write besides the code, which is the key and never changed. */
export type ItemField = "name" | "description" | "price" | "account_and_tax";

const ALWAYS: readonly ItemField[] = ["name", "description", "price"];
const KNOWN: readonly ItemField[] = [...ALWAYS, "account_and_tax"];

export interface ItemOptions {
  fields: ReadonlySet<ItemField>;
  /** False: what the other side does not have yet is left alone. */
  mayCreate: boolean;
  /** Of new items; of existing ones where `account_and_tax` is among the fields. */
  accountCode?: string;
  taxType?: string;
}

/** @throws ConnectorError `validation` for a field or a mode that there is none of */
export function readItemOptions(input: Input): ItemOptions {
  const given = (text(input, "fields") ?? "")
    .split(",")
    .map((entry) => entry.trim())
    .filter(Boolean);
  const unknown = given.find((name) => !KNOWN.some((one) => one === name));
  if (unknown)
    throw validation(
      `Fields to Write holds "${unknown.slice(0, 40)}". Use any of: ${KNOWN.join(", ")}.`,
    );
  const mode = choice(
    input,
    "mode",
    ["create_or_update", "update_only"],
    "create_or_update",
  );
  return {
    fields: new Set(given.length ? (given as ItemField[]) : ALWAYS),
    mayCreate: mode === "create_or_update",
    accountCode: text(input, "accountCode"),
    taxType: text(input, "taxType"),
  };
}
