import { COMPANY } from "@hubspot-xero/sandbox/seed/customers";
import { DEAL } from "@hubspot-xero/sandbox/seed/deals";
import type { MeteredCall } from "@hubspot-xero/sandbox/meter";
import type { World } from "@hubspot-xero/main-job/world";
import { addDeal } from "./billedDeal";
import type { Measured } from "./metric";

export interface CallCount {
  all: number;
  xero: number;
}

type Customer = "storedContact" | "foundContact" | "newContact";

/** The seeded deal whose company stands so to Xero. */
const LIKE: Record<Customer, string> = {
  storedContact: DEAL.campaign,
  foundContact: DEAL.brand,
  newContact: DEAL.website,
};

const LINES = [3, 100];

export function countCalls(calls: readonly MeteredCall[]): CallCount {
  const xero = calls.filter(({ vendor }) => vendor === "xero").length;
  return { all: calls.length, xero };
}

/** Links the company of the deal DEAL.campaign with its Xero contact, as the customer Zaps do. */
export async function linkNorthwind(world: World): Promise<void> {
  await world.zapier.run("creates", "upsert_xero_contact", {
    authData: world.authData,
    inputData: {
      customer_type: "company",
      hubspot_id: COMPANY.northwind,
      email: "accounts@northwind.example",
    },
  });
}

/** Calls of one invoice for a company, guard and write-back included; accounts and tax rates are known from a run before. */
export async function invoiceCalls(
  world: World,
  customer: Customer,
  lineCount: number,
): Promise<CallCount> {
  if (customer === "storedContact") await linkNorthwind(world);
  const deal = addDeal(world.sandbox, LIKE[customer], lineCount);
  await world.invoice(DEAL.usLaunch);
  const { result, calls } = await world.sandbox.meter.during(() =>
    world.invoice(deal, { tax_table: [] }),
  );
  if (result.outcome !== "created")
    throw new Error(`No invoice of ${lineCount} lines: ${result.sentence}`);
  return countCalls(calls);
}

/** The most calls of the invoices of each length, for each kind of customer. */
export async function measureInvoices(
  open: () => Promise<World>,
): Promise<Measured[]> {
  const measured: Measured[] = [];
  for (const customer of Object.keys(LIKE) as Customer[]) {
    const counts: CallCount[] = [];
    for (const lineCount of LINES)
      counts.push(await invoiceCalls(await open(), customer, lineCount));
    const detail = LINES.map(
      (lineCount, index) => `${lineCount} lines: ${counts[index]?.all}`,
    ).join(", ");
    const key = `calls.invoice.${customer}`;
    measured.push(
      { key, value: Math.max(...counts.map(({ all }) => all)), detail },
      {
        key: `${key}.xero`,
        value: Math.max(...counts.map(({ xero }) => xero)),
      },
    );
  }
  return measured;
}
