import { openAccount } from "./account";

const PRODUCTS = "/crm/objects/2026-09/products";
const bySku = (value: string) => ({
  filterGroups: [
    { filters: [{ propertyName: "hs_sku", operator: "EQ", value }] },
  ],
  properties: ["hs_sku"],
});

test("a SKU is found whatever its case, given to several products, and gone from search once archived", async () => {
  const { call, hubspot } = openAccount();
  const first = hubspot.create("products", { name: "A", hs_sku: "K-1" });
  const second = hubspot.create("products", { name: "B", hs_sku: "k-1" });
  const found = async () =>
    (await call("POST", `${PRODUCTS}/search`, bySku("K-1"))).at("total");
  expect(await found()).toBe(2);
  hubspot.archive("products", second.id);
  expect(await found()).toBe(1);
  expect((await call("GET", `${PRODUCTS}/${second.id}`)).status).toBe(404);
  expect((await call("GET", `${PRODUCTS}/${first.id}`)).status).toBe(200);
});

test("SKUs are no unique property", async () => {
  const { call, hubspot } = openAccount();
  hubspot.create("products", { hs_sku: "K-1" });
  const answer = await call("GET", `${PRODUCTS}/K-1?idProperty=hs_sku`);
  expect(answer.status).toBe(400);
});
