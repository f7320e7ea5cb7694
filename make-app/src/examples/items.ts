import type { Given } from "./examples";

const item = {
  ItemID: "c8c54d65-f3f2-452d-926e-bf450b12fb07",
  Code: "DESIGN",
  Name: "Design sprint",
  SalesDetails: { UnitPrice: 33.335, AccountCode: "200", TaxType: "OUTPUT2" },
  IsSold: true,
  UpdatedDateUTC: "/Date(1795428930120+0000)/",
};
const older = {
  ...item,
  Code: "OLD",
  UpdatedDateUTC: "/Date(1795428000000+0000)/",
};

/** Items, changed and found. */
export const items: Readonly<Record<string, readonly Given[]>> = {
  itemEvents: [[[older, item]], [undefined]],
  itemsWanted: [
    [{ code: "design", name: "Other" }],
    [{ name: 'Bob "The Builder"' }],
    [{}],
  ],
  foundItems: [
    [{ where: "", record: "item design", code: "design" }, [item, older]],
    [{ where: "", record: "items", name: "design  sprint" }, [item]],
    [{ where: "", record: "item design", code: "design" }, undefined],
  ],
};
