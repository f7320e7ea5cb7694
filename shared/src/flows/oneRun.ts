import { heldCache } from "../transport/cache";
import type { Context } from "./context";

/**
 * A context for one run over many deals: what is cached is looked up once, and settings that a deal is refused by
 * are read anew once, not for each deal that they refuse.
 */
export function forOneRun(context: Context): Context {
  const { xero } = context;
  return {
    ...context,
    cache: heldCache(context.cache),
    xero: {
      ...xero,
      organisation: once(xero.organisation),
      accounts: once(xero.accounts),
      taxRates: once(xero.taxRates),
      currencies: once(xero.currencies),
      items: once(xero.items),
    },
  };
}

function once<T>(ask: () => Promise<T>): () => Promise<T> {
  let answer: Promise<T> | undefined;
  return () => (answer ??= ask());
}
