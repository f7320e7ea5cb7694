import { PRODUCT_PROPERTIES } from "@hubspot-xero/shared/hubspot/properties";
import type { Item } from "@hubspot-xero/shared/item/item";
import { readItem } from "@hubspot-xero/shared/item/readItem";
import { readProduct } from "@hubspot-xero/shared/item/readProduct";
import type { XeroItem } from "@hubspot-xero/shared/xero/wire";
import type { Clients } from "../clients";
import type { Pace } from "../pace";
import { HUBSPOT_PAGE } from "./hubspot";

/** All HubSpot products that are not archived. */
export async function readProducts(
  { hubspot }: Pick<Clients, "hubspot">,
  pace: Pace,
): Promise<Item[]> {
  const products: Item[] = [];
  let after: string | undefined;
  do {
    const page = await pace.again(() =>
      pace.call("hubspot", "products", () =>
        hubspot.products.basicApi.getPage(HUBSPOT_PAGE, after, [
          ...PRODUCT_PROPERTIES,
        ]),
      ),
    );
    products.push(
      ...page.results.map(({ id, properties }) =>
        readProduct({ id, properties }),
      ),
    );
    after = page.paging?.next?.after;
  } while (after);
  return products;
}

/** All Xero items: one call, for Xero does not page them. */
export async function readItems(
  { xero, tenantId }: Pick<Clients, "xero" | "tenantId">,
  pace: Pace,
): Promise<Item[]> {
  return pace.again(() =>
    pace.call("xero", "items", async () => {
      const { response } = await xero.getItems(tenantId);
      const { Items = [] } = Object(response.data) as { Items?: XeroItem[] };
      return Items.map(readItem);
    }),
  );
}
