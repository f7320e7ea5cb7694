import { openMake } from "@hubspot-xero/main-job/make";
import { INVOICE_CHOICES } from "@hubspot-xero/main-job/makeJob";
import { INVOICE_STEP } from "@hubspot-xero/main-job/mainJob";
import { importScenario } from "@hubspot-xero/main-job/scenario";
import { followClock } from "@hubspot-xero/main-job/simulatedTime";
import { createWorld, type World } from "@hubspot-xero/main-job/world";
import type { Zapier } from "@hubspot-xero/main-job/zapier";
import { createFixedClock } from "@hubspot-xero/sandbox/clock";
import { DEAL } from "@hubspot-xero/sandbox/seed/deals";
import { TRIGGER_FIELDS } from "../idlePolls";
import { addDeal } from "../billedDeal";
import { countCalls, type CallCount } from "../invoiceCalls";
import { MORNING } from "./measureDay";

type Event = Record<string, unknown>;

/** A Zap of a trigger and one action, and the scenario that does the same. */
interface Flow {
  what: string;
  trigger: string;
  action: string;
  /** What the action's fields are mapped from. */
  map(event: Event): Record<string, unknown>;
  blueprint?: string;
  /** Makes one event. */
  happen(world: World, invoiceId: string): void;
}

export interface FlowCost {
  what: string;
  zapier: CallCount & { tasks: number };
  make?: CallCount & { operations: number };
}

const FLOWS: readonly Flow[] = [
  {
    what: "Won deal to invoice, known customer",
    trigger: "deal_entered_stage",
    action: "create_invoice_from_deal",
    map: ({ deal_id }) => ({ ...INVOICE_STEP, tax_table: [], deal_id }),
    blueprint: "deal-to-invoice",
    happen: ({ sandbox }) => {
      const deal = addDeal(sandbox, DEAL.website, 3);
      sandbox.hubspot.update("deals", deal, { dealstage: "closedwon" });
    },
  },
  {
    what: "Asked for invoice, known customer",
    trigger: "invoice_requested",
    action: "create_invoice_from_deal",
    map: ({ deal_id }) => ({ ...INVOICE_STEP, tax_table: [], deal_id }),
    blueprint: "invoice-request-to-invoice",
    happen: ({ sandbox }) => {
      const deal = addDeal(sandbox, DEAL.website, 3);
      sandbox.hubspot.update("deals", deal, { xero_invoice_request: "create" });
    },
  },
  {
    what: "Payment to deal",
    trigger: "payment_received",
    action: "update_deal_billing",
    map: ({ invoice_id }) => ({ invoice_id }),
    blueprint: "payment-to-deal",
    happen: ({ sandbox }, invoiceId) =>
      void sandbox.xero.person().pay(invoiceId, 10),
  },
  {
    what: "Change of an invoice to deal",
    trigger: "invoice_updated",
    action: "update_deal_billing",
    map: ({ invoice_id }) => ({ invoice_id }),
    blueprint: "invoice-update-to-deal",
    happen: ({ sandbox }, invoiceId) =>
      void sandbox.xero.person().pay(invoiceId, 10),
  },
  {
    what: "New HubSpot company to Xero contact",
    trigger: "hubspot_customer_updated",
    action: "upsert_xero_contact",
    map: ({ hubspot_id }) => ({ customer_type: "company", hubspot_id }),
    blueprint: "customer-to-contact",
    happen: ({ sandbox }) =>
      void sandbox.hubspot.create("companies", { name: "Blue Door Ltd" }),
  },
  {
    what: "New Xero contact to HubSpot company",
    trigger: "xero_contact_updated",
    action: "upsert_hubspot_customer",
    map: ({ contact_id }) => ({ contact_id }),
    blueprint: "contact-to-customer",
    happen: ({ sandbox }) =>
      void sandbox.xero.person().createContact({ Name: "Blue Door Ltd" }),
  },
  {
    what: "New HubSpot product to Xero item",
    trigger: "hubspot_product_updated",
    action: "upsert_xero_item",
    map: ({ product_id }) => ({ product_id }),
    blueprint: "product-to-item",
    happen: ({ sandbox }) =>
      void sandbox.hubspot.create("products", {
        name: "Audit",
        hs_sku: "AUDIT",
        price: "450",
      }),
  },
  {
    what: "New Xero item to HubSpot product",
    trigger: "xero_item_updated",
    action: "upsert_hubspot_product",
    map: ({ code }) => ({ item: code }),
    blueprint: "item-to-product",
    happen: ({ sandbox }) =>
      void sandbox.xero.person().createItem({ Code: "AUDIT", Name: "Audit" }),
  },
];

/** What one event costs on both platforms, from the poll that finds it to the last write. */
export async function measureFlows(zapier: Zapier): Promise<FlowCost[]> {
  const costs: FlowCost[] = [];
  for (const flow of FLOWS)
    costs.push({
      what: flow.what,
      zapier: await inBooks(zapier, flow, onZapier),
      make: flow.blueprint && (await inBooks(zapier, flow, onMake)),
    } as FlowCost);
  return costs;
}

/** Books in which a deal was invoiced a day ago. */
async function inBooks<T>(
  zapier: Zapier,
  flow: Flow,
  job: (world: World, flow: Flow, happen: () => void) => Promise<T>,
): Promise<T> {
  const clock = createFixedClock(MORNING);
  const giveBack = followClock(clock);
  const world = await createWorld(zapier, { clock });
  try {
    const { invoice_id = "" } = await world.invoice(DEAL.website);
    clock.advance(86_400_000);
    world.reconnect();
    return await job(world, flow, () => {
      clock.advance(60_000);
      flow.happen(world, invoice_id);
      // HubSpot's entries into a stage are let settle on Make.
      clock.advance(120_000);
    });
  } finally {
    giveBack();
    await world.sandbox.close();
  }
}

async function onZapier(
  { sandbox, zapier, authData }: World,
  { trigger, action, map }: Flow,
  happen: () => void,
): Promise<FlowCost["zapier"]> {
  const poll = () =>
    zapier.run<Event[]>("triggers", trigger, {
      authData,
      inputData: TRIGGER_FIELDS[trigger] ?? {},
    });
  const seen = new Set((await poll()).map(({ id }) => id));
  happen();
  const { result: tasks, calls } = await sandbox.meter.during(async () => {
    const fresh = (await poll()).filter(({ id }) => !seen.has(id));
    for (const event of fresh)
      await zapier.run("creates", action, { authData, inputData: map(event) });
    return fresh.length;
  });
  return { ...countCalls(calls), tasks };
}

async function onMake(
  { sandbox, authData }: World,
  { blueprint = "" }: Flow,
  happen: () => void,
): Promise<FlowCost["make"]> {
  const now = () => sandbox.clock.now();
  const ofOrganisation = { organisationId: authData["organisation_id"] };
  const make = await openMake(sandbox, now);
  const scenario = importScenario(
    make,
    blueprint,
    {
      createInvoiceFromDeal: { ...ofOrganisation, ...INVOICE_CHOICES },
      watchPayments: ofOrganisation,
      watchInvoices: ofOrganisation,
      searchInvoices: ofOrganisation,
      watchHubspotCustomers: { customerType: "company" },
      watchXeroContacts: { ...ofOrganisation, customersOnly: false },
      getXeroContact: ofOrganisation,
      upsertXeroContact: ofOrganisation,
      watchXeroItems: ofOrganisation,
      upsertXeroItem: ofOrganisation,
      upsertHubspotProduct: { currency: "GBP" },
    },
    now,
  );
  // What was there before the scenario was turned on, and what it then wrote itself.
  while ((await scenario.run()).bundles.length > 0)
    sandbox.clock.advance(120_000);
  happen();
  const { result, calls } = await sandbox.meter.during(scenario.run);
  if (result.bundles.length !== 1 || result.bundles[0]?.error)
    throw new Error(
      `${blueprint}: ${result.bundles[0]?.error?.message ?? "not one event"}`,
    );
  return { ...countCalls(calls), operations: result.operations };
}
