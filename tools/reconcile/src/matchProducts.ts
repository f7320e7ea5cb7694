import { describeItem, type Item } from "@hubspot-xero/shared/item/item";
import { groupBy } from "./groups";

/** Which products and items are one, by the code that the actions and invoice lines go by. */
export interface ProductMatches {
  matched: { product: Item; item: Item }[];
  /** Products of one SKU: the actions stop at them. */
  doubled: Item[][];
  withoutSku: Item[];
  onlyHubspot: Item[];
  onlyXero: Item[];
}

export function matchProducts(
  products: readonly Item[],
  items: readonly Item[],
): ProductMatches {
  const bySku = groupBy(products, codeKey);
  const byCode = groupBy(items, codeKey);
  const single = [...bySku.values()].filter(({ length }) => length === 1);
  const pairs = single.flat().map((product) => ({
    product,
    item: byCode.get(codeKey(product) ?? "")?.[0],
  }));
  return {
    matched: pairs.flatMap(({ product, item }) =>
      item ? [{ product, item }] : [],
    ),
    doubled: [...bySku.values()].filter(({ length }) => length > 1),
    withoutSku: products.filter((product) => !codeKey(product)),
    onlyHubspot: pairs.flatMap(({ product, item }) => (item ? [] : [product])),
    onlyXero: items.filter((item) => !bySku.has(codeKey(item) ?? "")),
  };
}

/** Counts and names; nothing is linked, because the code itself is the link. */
export function productReport(matches: ProductMatches): string {
  const { matched, doubled, withoutSku, onlyHubspot, onlyXero } = matches;
  const list = (title: string, names: readonly string[]) =>
    `${title}: ${names.length}${names.map((name) => `\n  ${name}`).join("")}`;
  return [
    `Products whose SKU is the code of a Xero item: ${matched.length}`,
    list(
      "SKUs that several HubSpot products have",
      doubled.map((products) => products.map(describeItem).join(", ")),
    ),
    list("HubSpot products without a SKU", withoutSku.map(describeItem)),
    list("Only in HubSpot", onlyHubspot.map(describeItem)),
    list("Only in Xero", onlyXero.map(describeItem)),
  ].join("\n");
}

/** Codes are one whatever their case. */
function codeKey({ code }: Item): string | undefined {
  return code?.toLowerCase() || undefined;
}
