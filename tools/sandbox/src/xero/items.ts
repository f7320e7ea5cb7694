import { Hono } from "hono";
import type { Context } from "hono";
import { saveBatch } from "./batch";
import type { Saved } from "./batch";
import type { Books, XeroEnv } from "./books";
import { decimal, round, toNumber } from "../decimal";
import { answer } from "./envelope";
import { notFound, RulesBroken } from "./errors";
import { select } from "./listing";
import type { Queryable } from "./listing";
import { omit } from "./omit";
import { readElements } from "./postData";
import type { Posted } from "./postData";
import type { Transaction } from "./table";
import type { Item, ItemDetails } from "./types";
import { unitDecimals } from "./unitDecimals";
import { wireInstant } from "./wireDates";

const DETAILS = {
  UnitPrice: "number",
  AccountCode: "text",
  COGSAccountCode: "text",
  TaxType: "text",
} as const;

const ITEM = {
  ItemID: "guid",
  Code: "text",
  Name: "text",
  Description: "text",
  PurchaseDescription: "text",
  SalesDetails: DETAILS,
  PurchaseDetails: DETAILS,
  IsSold: "boolean",
  IsPurchased: "boolean",
  InventoryAssetAccountCode: "text",
} as const;

export type PostedItem = Posted<typeof ITEM>;

const ITEMS: Queryable = {
  resource: "Item",
  fields: {
    ...ITEM,
    IsTrackedAsInventory: "boolean",
    QuantityOnHand: "number",
    UpdatedDateUTC: "date",
  },
};

const LONGEST = { Code: 30, Name: 50, Description: 4000 } as const;

export function items(): Hono<XeroEnv> {
  const routes = new Hono<XeroEnv>();

  routes.get("/Items", (c) => {
    const show = shower(c);
    const rows = select(c, c.get("books").items.all(), ITEMS);
    return answer(c, "Items", rows.map(show));
  });

  routes.get("/Items/:key", (c) => {
    const item = findItem(c.get("books"), c.req.param("key"));
    if (!item) throw notFound();
    return answer(c, "Items", [shower(c)(item)]);
  });

  routes.put("/Items", async (c) =>
    save(c, await readItems(c), () => undefined),
  );

  routes.post("/Items", async (c) =>
    save(c, await readItems(c), ({ ItemID, Code }) =>
      findItem(c.get("books"), ItemID ?? Code ?? ""),
    ),
  );

  routes.post("/Items/:key", async (c) => {
    const existing = findItem(c.get("books"), c.req.param("key"));
    if (!existing) throw notFound();
    return save(c, await readItems(c), () => existing);
  });

  return routes;
}

/** By ItemID or Code. */
export function findItem(books: Books, key: string): Item | undefined {
  return (
    books.items.get(key) ??
    books.items
      .all()
      .find((item) => item.Code.toLowerCase() === key.toLowerCase())
  );
}

async function readItems(c: Context<XeroEnv>): Promise<PostedItem[]> {
  return readElements(ITEM, "Items", await c.req.text());
}

function save(
  c: Context<XeroEnv>,
  documents: PostedItem[],
  existing: (posted: PostedItem) => Item | undefined,
): Response {
  const show = shower(c);
  return saveBatch(c, {
    collection: "Items",
    documents,
    save: (posted, transaction) =>
      saveItem(
        c.get("books"),
        posted,
        existing(posted),
        unitDecimals(c),
        transaction,
      ),
    show: (row) => ({
      ...show(row),
      // Only the answer to a write leaves out the zone here.
      UpdatedDateUTC: row.UpdatedDateUTC.replace("+0000", ""),
      ValidationErrors: [],
    }),
    echo: (posted) => posted,
  });
}

export function saveItem(
  books: Books,
  posted: PostedItem,
  existing: Item | undefined,
  places: number,
  transaction: Transaction,
): Saved<Item> {
  const { SalesDetails, PurchaseDetails } = posted;
  const item: Item = {
    ItemID: existing?.ItemID ?? books.newId(),
    Code: "",
    IsTrackedAsInventory: false,
    IsSold: true,
    IsPurchased: true,
    ...existing,
    ...omit(posted, "ItemID"),
    SalesDetails: details(existing?.SalesDetails, SalesDetails, places),
    PurchaseDetails: details(
      existing?.PurchaseDetails,
      PurchaseDetails,
      places,
    ),
    UpdatedDateUTC: wireInstant(books.now()),
  };
  const messages = brokenRules(books, item, posted);
  if (messages.length > 0) throw new RulesBroken(messages);
  books.items.put(item, transaction);
  return { row: item };
}

function details(
  before: ItemDetails | undefined,
  posted: ItemDetails | undefined,
  places: number,
): ItemDetails {
  const price = posted?.UnitPrice;
  return {
    ...before,
    ...posted,
    ...(price === undefined
      ? {}
      : { UnitPrice: toNumber(round(decimal(price), places)) }),
  };
}

function brokenRules(books: Books, item: Item, posted: PostedItem): string[] {
  const messages: string[] = [];
  const same = findItem(books, item.Code);
  // The texts for a missing code and for lengths were not seen at Xero.
  if (!item.Code) messages.push("Price List Item Code must be specified");
  else if (same && same.ItemID !== item.ItemID)
    messages.push(`Price List Item with Code '${item.Code}' already exists`);
  for (const [field, longest] of Object.entries(LONGEST)) {
    const value = item[field as keyof typeof LONGEST] ?? "";
    if (value.length > longest)
      messages.push(`${field} must not be more than ${longest} characters.`);
  }
  for (const posts of [posted.SalesDetails, posted.PurchaseDetails]) {
    const { AccountCode, TaxType } = posts ?? {};
    if (
      AccountCode &&
      !books.accounts
        .all()
        .some(({ Code, Status }) => Code === AccountCode && Status === "ACTIVE")
    )
      messages.push("Account must be valid.");
    if (TaxType && books.taxRates.get(TaxType)?.Status !== "ACTIVE")
      messages.push("Tax rate must be valid.");
  }
  return messages;
}

/** Prices are shown with two decimals unless unitdp=4 is asked for. */
function shower(c: Context): (item: Item) => Item {
  const places = unitDecimals(c);
  return (item) => ({
    ...item,
    SalesDetails: details(item.SalesDetails, item.SalesDetails, places),
    PurchaseDetails: details(
      item.PurchaseDetails,
      item.PurchaseDetails,
      places,
    ),
  });
}
