import { INVOICE_STEP } from "../../main-job/src/mainJob";
import { COMPANY } from "@hubspot-xero/sandbox/seed/customers";
import { DEAL } from "@hubspot-xero/sandbox/seed/deals";
import type { FaultWorld } from "./faultWorld";

/** What a create of the Zapier app is run with, and how many records one run adds. */
export interface Scenario {
  input(world: FaultWorld): Record<string, unknown>;
  adds: Record<string, number>;
}

/** By the create's key; HubSpot's records by object type id (0-7 are products). */
export const scenarios: Record<string, Scenario> = {
  create_invoice_from_deal: {
    input: () => ({ ...INVOICE_STEP, deal_id: DEAL.website }),
    adds: { invoices: 1 },
  },
  upsert_xero_contact: {
    input: () => ({
      customer_type: "company",
      hubspot_id: COMPANY.harbour,
      email: "accounts@harbour.example",
    }),
    adds: { contacts: 1 },
  },
  upsert_hubspot_product: {
    input: () => ({ item: "DESIGN" }),
    adds: { "0-7": 1 },
  },
  set_up_hubspot: { input: () => ({ confirm: true }), adds: {} },
};

/** The sentence for each create that no scenario covers. */
export function missing(keys: string[]): string[] {
  return keys
    .filter((key) => !(key in scenarios))
    .map(
      (key) =>
        `${key} has no scenario: add its input and what it adds to tools/faults/src/scenarios.ts.`,
    );
}
