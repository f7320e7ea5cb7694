import { validation } from "../error/connectorError";
import { describeItem, type Item } from "../item/item";
import { remember } from "../transport/cache";
import { hubspotAccount, type Context } from "./context";

/** Where a HubSpot product holds its price in the currency of the Xero organisation. */
export interface ProductPrice {
  /** `price` holds the company currency's, `hs_price_<currency>` that of another one. */
  property: string;
  /** Of the Xero organisation; `price` is in it only where both vendors have the same currency. */
  currency: string;
}

/**
 * Where a product's price in a currency stands.
 * @param companyCurrency of the HubSpot account
 * @param currency of the Xero organisation; empty where it is not known, which counts as the same
 */
export function priceIn(
  companyCurrency: string,
  currency: string,
): ProductPrice {
  const isSame = !currency || currency === companyCurrency;
  return {
    property: isSame ? "price" : `hs_price_${currency.toLowerCase()}`,
    currency,
  };
}

/** Both facts are cached for a day: one call each on the first run of a day. */
export async function productPrice(
  context: Pick<Context, "hubspot" | "xero" | "cache">,
): Promise<ProductPrice> {
  const { xero, cache } = context;
  const key = `xero-base-currency-${xero.tenantId}`;
  const [{ companyCurrency }, currency] = await Promise.all([
    hubspotAccount(context),
    remember(
      cache,
      key,
      86_400,
      async () => (await xero.organisation()).BaseCurrency ?? "",
    ),
  ]);
  return priceIn(companyCurrency, currency);
}

/**
 * @throws ConnectorError `validation` for a product that has a price in HubSpot's currency and none in Xero's: the one
 *   must not be taken for the other
 */
export function checkCurrencyOf(
  product: Item,
  { property, currency }: ProductPrice,
  plainPrice: string | null | undefined,
): void {
  if (property === "price" || product.unitPrice || product.priceProblem) return;
  if (!plainPrice) return;
  throw validation(
    `The product ${describeItem(product)} has no price in ${currency}, the currency of the Xero organisation. Give it one in HubSpot, or leave Price out of Fields to Write.`,
  );
}
