import { createFixedClock, type Clock } from "@hubspot-xero/sandbox/clock";
import {
  startSandbox,
  type Sandbox,
  type SandboxOptions,
} from "@hubspot-xero/sandbox/sandbox";
import { INVOICE_STEP, type InvoiceOutput } from "./mainJob";
import { errorMessage, type Zapier } from "./zapier";

/** The built Zapier app, connected with a sandbox of its own. */
export interface World {
  sandbox: Sandbox;
  zapier: Zapier;
  authData: Record<string, string>;
  /** Runs the invoice step for a deal; a refusal is returned, not thrown. */
  invoice(
    dealId: string,
    step?: Record<string, unknown>,
  ): Promise<Partial<InvoiceOutput> & { error?: string; sentence?: string }>;
  /** A token for after the sandbox's clock was moved past the old one's end. */
  reconnect(): void;
}

export interface WorldOptions {
  seed?: SandboxOptions["seed"];
  /** What both vendors hold already, instead of the seed. */
  state?: SandboxOptions["state"];
  /** Standing still at the present instant unless told. */
  clock?: Clock;
  /** False leaves HubSpot without the connector's properties. */
  setUp?: boolean;
  searchLagMs?: number;
  /** Enforces both vendors' limits, with what is told here. Without it they let every call through. */
  limits?: Pick<SandboxOptions, "hubspotLimits" | "xeroLimits">;
}

/** The seeded agency with HubSpot set up and connected. The environment then leads the app to this world's sandbox. */
export async function createWorld(
  zapier: Zapier,
  {
    seed,
    state,
    clock = createFixedClock(new Date()),
    setUp = true,
    searchLagMs = 0,
    limits = {
      hubspotLimits: { enforce: false },
      xeroLimits: { enforce: false },
    },
  }: WorldOptions = {},
): Promise<World> {
  const sandbox = await startSandbox({
    seed,
    state,
    clock,
    hubspotLimits: { searchLagMs, ...limits.hubspotLimits },
    xeroLimits: limits.xeroLimits,
  });
  await zapier.forget();
  Object.assign(process.env, sandbox.environment);
  const world: World = {
    sandbox,
    zapier,
    authData: {},
    invoice: (dealId, step = {}) =>
      zapier
        .run<InvoiceOutput>("creates", "create_invoice_from_deal", {
          authData: world.authData,
          inputData: { ...INVOICE_STEP, ...step, deal_id: dealId },
        })
        .catch((error: Error) => ({
          error: error.name,
          sentence: errorMessage(error),
        })),
    reconnect: () => {
      world.authData = {
        hubspot_token: sandbox.hubspot.token,
        access_token: sandbox.xero.issueToken().access_token,
        organisation_id: Object.keys(sandbox.xero.state.organisations)[0] ?? "",
      };
    },
  };
  world.reconnect();
  if (setUp)
    await zapier.run("creates", "set_up_hubspot", {
      authData: world.authData,
      inputData: { confirm: true },
    });
  return world;
}
