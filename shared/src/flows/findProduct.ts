import { ConnectorError, isNotFound } from "../error/connectorError";
import type { HubspotObject } from "../hubspot/wire";
import { sameCode } from "../item/item";
import { onlyProduct, productSearch } from "../item/onlyOne";
import type { Context } from "./context";

/** HubSpot's search shows a new record after seconds, at most half a minute by reports; twice that is waited for. */
const SEARCH_LAG_SECONDS = 60;
/** How long the product of a code is remembered. It is read again each time, so being wrong costs a call. */
const MEMORY_SECONDS = 3600;

type ProductContext = Pick<Context, "hubspot" | "cache" | "now">;

/** What is remembered of a code: its product, or since when one is being created. */
interface Memory {
  id?: string;
  begunAt?: string;
}

/**
 * The product with a SKU. Search lags behind, so the product that was last seen under this SKU is read itself, which
 * also gives its present values; only an unknown one is searched for. One call, two where the memory was wrong.
 * @throws ConnectorError `conflict` when several products have the SKU, `busy` when one may just have been created
 */
export async function findProduct(
  context: ProductContext,
  code: string,
  properties: readonly string[],
): Promise<HubspotObject | undefined> {
  const { id, begunAt } = await recall(context, code);
  const known = id && (await readIfThere(context, id, properties));
  if (known && sameCode(known.properties["hs_sku"]?.trim(), code)) return known;
  const { results } = await context.hubspot.search(
    "products",
    productSearch(code, properties),
  );
  const found = onlyProduct(results, code);
  if (found) await rememberProduct(context, code, found.id);
  else if (begunAt) refuseWithinLag(begunAt, context.now, code);
  return found;
}

/**
 * Creates the product of a SKU. HubSpot cannot keep SKUs unique, so it is noted before the request that a product is
 * on its way: a run that breaks in between is not followed by another create until search would show the first one.
 */
export async function createProduct(
  context: ProductContext,
  code: string,
  properties: Record<string, string>,
): Promise<HubspotObject> {
  await note(context, code, { begunAt: context.now }, SEARCH_LAG_SECONDS);
  try {
    const created = await context.hubspot.create(
      "products",
      properties,
      `the product ${code}`,
    );
    await rememberProduct(context, code, created.id);
    return created;
  } catch (error) {
    const isRefused =
      error instanceof ConnectorError && error.kind !== "server";
    if (isRefused) await note(context, code, {}, 1);
    throw error;
  }
}

function refuseWithinLag(begunAt: string, now: string, code: string): void {
  const seconds = (Date.parse(now) - Date.parse(begunAt)) / 1000;
  const wait = Math.ceil(SEARCH_LAG_SECONDS - seconds);
  if (!(wait > 0)) return;
  throw new ConnectorError(
    "busy",
    `Another attempt at the product ${code} is less than a minute old, and HubSpot's search may not show it yet. Run this step again in a minute: nothing is made twice.`,
    { vendor: "hubspot", retryAfterSeconds: wait },
  );
}

async function readIfThere(
  { hubspot }: ProductContext,
  id: string,
  properties: readonly string[],
): Promise<HubspotObject | undefined> {
  try {
    return await hubspot.get("products", id, { properties }, `product ${id}`);
  } catch (error) {
    if (isNotFound(error)) return undefined;
    throw error;
  }
}

async function recall(
  { cache }: ProductContext,
  code: string,
): Promise<Memory> {
  return ((await cache.get(memoryKey(code))) ?? {}) as Memory;
}

function rememberProduct(context: ProductContext, code: string, id: string) {
  return note(context, code, { id }, MEMORY_SECONDS);
}

async function note(
  { cache }: ProductContext,
  code: string,
  memory: Memory,
  seconds: number,
): Promise<void> {
  await cache.set(memoryKey(code), memory, seconds);
}

function memoryKey(code: string): string {
  return `hubspot-product-${code.toLowerCase()}`;
}
