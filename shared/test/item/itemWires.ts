import type { HubspotObject } from "../../src/hubspot/wire";
import { readItemOptions } from "../../src/item/itemOptions";
import type { XeroItem } from "../../src/xero/wire";

export const ITEM_ID = "c8c54d65-f3f2-452d-926e-bf450b12fb07";

/** A product that shows the same as the item below. */
export const productWire = (
  properties: HubspotObject["properties"] = {},
): HubspotObject => ({
  id: "901",
  properties: {
    name: "Design sprint",
    description: "Five days",
    hs_sku: "DESIGN",
    price: "1000.00",
    hs_lastmodifieddate: "2026-11-22T11:20:00.120Z",
    ...properties,
  },
});

export const itemWire = (changes: XeroItem = {}): XeroItem => ({
  ItemID: ITEM_ID,
  Code: "DESIGN",
  Name: "Design sprint",
  Description: "Five days",
  SalesDetails: { UnitPrice: 1000, AccountCode: "200", TaxType: "OUTPUT2" },
  IsSold: true,
  IsPurchased: true,
  UpdatedDateUTC: "/Date(1795346400120+0000)/",
  ...changes,
});

export const options = readItemOptions({});
