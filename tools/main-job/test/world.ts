import { createFixedClock } from "@hubspot-xero/sandbox/clock";
import { startSandbox, type Sandbox } from "@hubspot-xero/sandbox/sandbox";
import type { SandboxSeed } from "@hubspot-xero/sandbox/sandbox";
import { INVOICE_STEP, type InvoiceOutput } from "../src/mainJob";
import { errorMessage, loadZapier, type Zapier } from "../src/zapier";

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

// Zapier's core ends a process of over 450 MB, which hundreds of runs beside two sandboxes grow to.
Object.assign(jest.requireActual("zapier-platform-core/src/constants"), {
  KILL_MAX_LIMIT: Infinity,
});

const zapier = loadZapier();
let open: Sandbox[] = [];

afterEach(async () => {
  await Promise.all(open.map((sandbox) => sandbox.close()));
  open = [];
});

/** The seeded agency with HubSpot set up, connected, at a fixed time and without rate limits. */
export async function openWorld(
  options: { seed?: SandboxSeed; setUp?: boolean; searchLagMs?: number } = {},
): Promise<World> {
  const sandbox = await startSandbox({
    seed: options.seed,
    clock: createFixedClock(new Date()),
    hubspotLimits: {
      enforce: false,
      searchLagMs: options.searchLagMs ?? 0,
    },
    xeroLimits: { enforce: false },
  });
  open.push(sandbox);
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
  if (options.setUp !== false)
    await zapier.run("creates", "set_up_hubspot", {
      authData: world.authData,
      inputData: { confirm: true },
    });
  return world;
}
