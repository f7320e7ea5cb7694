import { COMPANY } from "@hubspot-xero/sandbox/seed/customers";
import type { MeteredCall } from "@hubspot-xero/sandbox/meter";
import type { Sandbox } from "@hubspot-xero/sandbox/sandbox";
import type { ScenarioRun } from "@hubspot-xero/make-runner/run/scenario/runScenario";
import { camelCase } from "@hubspot-xero/make-app/catalog/words";
import { accountantsDay } from "./accountantsDay";
import { INVOICE_STEP, winDeals } from "./mainJob";
import { openMake } from "./make";
import { importScenario, type Choices, type Scenario } from "./scenario";

/** What one of the two jobs cost on Make. */
export interface MakeRun {
  operations: number;
  calls: MeteredCall[];
  /** What stopped a bundle, as Make would show it, by node. */
  failures: string[];
}

export interface MakeJobResult {
  invoices: MakeRun;
  money: MakeRun;
}

/** How often a scenario runs at most. */
const A_MINUTE = 60_000;

/** The invoice step under Make's keys. */
export const INVOICE_CHOICES = Object.fromEntries(
  Object.entries(INVOICE_STEP).map(([key, value]) => [
    camelCase(key),
    Array.isArray(value)
      ? value.map((row) => ({
          hubspotTaxRate: row.hubspot_tax_rate,
          xeroTaxRate: row.xero_tax_rate,
        }))
      : value,
  ]),
);

/** The same work as the Zaps', by the imported blueprints: set-up, won deals to invoices, the accountant's day to the deals. */
export async function runMakeJob(sandbox: Sandbox): Promise<MakeJobResult> {
  const now = () => new Date(sandbox.clock.now());
  const make = await openMake(sandbox, now);
  const { app, connections } = make;
  const organisationId = Object.keys(sandbox.xero.state.organisations)[0] ?? "";
  const ofOrganisation = { organisationId };
  await app.runModule(
    "setUpHubspot",
    { confirm: true },
    { connection: connections.hubspot },
  );
  await app.runModule(
    "upsertXeroContact",
    {
      ...ofOrganisation,
      customerType: "company",
      hubspotId: COMPANY.northwind,
      name: sandbox.hubspot.get("companies", COMPANY.northwind)?.properties[
        "name"
      ],
      email: "accounts@northwind.example",
    },
    { connection: connections.xero },
  );
  const scenario = (id: string, choices: Choices) =>
    importScenario(make, id, choices, now);

  const invoicing = scenario("deal-to-invoice", {
    createInvoiceFromDeal: { ...ofOrganisation, ...INVOICE_CHOICES },
  });
  winDeals(sandbox);
  // The trigger lets HubSpot's search settle for a minute.
  sandbox.clock.advance(120_000);
  const invoices = await runToTheEnd(sandbox, [invoicing]);

  const following = [
    scenario("payment-to-deal", {
      watchPayments: ofOrganisation,
      searchInvoices: ofOrganisation,
    }),
    scenario("credit-note-to-deal", {
      watchCreditNotes: ofOrganisation,
      searchInvoices: ofOrganisation,
    }),
  ];
  // Scenarios that are turned on now begin with what is there now.
  await runToTheEnd(sandbox, following);
  sandbox.clock.advance(1_000);
  accountantsDay(sandbox);
  const money = await runToTheEnd(sandbox, following);
  return { invoices, money };
}

/** Runs scenarios until their triggers find nothing more. */
async function runToTheEnd(
  { meter, clock }: Sandbox,
  scenarios: Scenario[],
): Promise<MakeRun> {
  const { result: runs, calls } = await meter.during(async () => {
    const runs: ScenarioRun[] = [];
    for (const scenario of scenarios)
      do {
        runs.push(await scenario.run());
        clock.advance(A_MINUTE);
      } while ((runs.at(-1)?.bundles.length ?? 0) > 0);
    return runs;
  });
  const unhandled = runs.find(({ error }) => error)?.error;
  if (unhandled) throw unhandled;
  return {
    operations: runs.reduce((sum, { operations }) => sum + operations, 0),
    calls,
    failures: runs.flatMap(({ bundles }) =>
      bundles.flatMap(({ error }) => (error ? [error.message] : [])),
    ),
  };
}
