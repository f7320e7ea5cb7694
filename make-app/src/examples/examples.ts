import { allocations } from "./allocations";
import { creditNotes } from "./creditNotes";
import { customers } from "./customers";
import { deals } from "./deals";
import { forecasts } from "./forecast";
import { hubspot } from "./hubspot";
import { invoices } from "./invoices";
import { items } from "./items";
import { retainers } from "./retainers";
import { sharedModules } from "./sharedModules";
import { xero } from "./xero";

/** Arguments of one call. */
export type Given = readonly unknown[];

/**
 * What the IML functions are asked in their tests in Make's editor: name -> arguments. The expected answers come from
 * the TypeScript sources when the tree is built, so that a bundle that drifts from them fails.
 */
export const EXAMPLES: Readonly<Record<string, readonly Given[]>> = {
  ...deals,
  ...invoices,
  ...creditNotes,
  ...allocations,
  ...items,
  ...customers,
  ...forecasts,
  ...xero,
  ...hubspot,
  ...retainers,
  ...sharedModules,
};
