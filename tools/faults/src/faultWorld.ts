import { createRequire } from "node:module";
import { createFixedClock } from "@hubspot-xero/sandbox/clock";
import { startSandbox, type Sandbox } from "@hubspot-xero/sandbox/sandbox";
import { loadZapier } from "../../main-job/src/zapier";

const require = createRequire(__filename);
const zapier = loadZapier();
// Zapier's core ends a process of over 450 MB, which hundreds of runs beside two sandboxes grow to.
Object.assign(require("zapier-platform-core/src/constants") as object, {
  KILL_MAX_LIMIT: Infinity,
});

/** The keys of the built app's creates. */
export const createKeys = (): string[] =>
  Object.keys(
    (require("../../../zapier-app/index.js") as { creates: object }).creates,
  );

export interface FaultWorld {
  sandbox: Sandbox;
  /** Runs a create; the name of its error, or undefined when it succeeded. */
  run(key: string, input: Record<string, unknown>): Promise<string | undefined>;
  /** How often Zapier was asked to refresh Xero's token. */
  refreshes: number;
  reconnect(): void;
}

/** The seeded agency with HubSpot set up, at a fixed time and without rate limits. */
export async function openFaultWorld(): Promise<FaultWorld> {
  const sandbox = await startSandbox({
    clock: createFixedClock(new Date()),
    hubspotLimits: { enforce: false, searchLagMs: 0 },
    xeroLimits: { enforce: false },
  });
  await zapier.forget();
  Object.assign(process.env, sandbox.environment);
  let authData: Record<string, string> = {};
  const attempt = (key: string, inputData: Record<string, unknown>) =>
    zapier.run("creates", key, { authData, inputData }).then(
      () => undefined,
      (error: Error) => error.name,
    );
  const world: FaultWorld = {
    sandbox,
    refreshes: 0,
    // As Zapier does: one refresh, then the step again.
    run: async (key, input) => {
      const first = await attempt(key, input);
      if (first !== "RefreshAuthError") return first;
      world.refreshes += 1;
      world.reconnect();
      return attempt(key, input);
    },
    reconnect: () => {
      authData = {
        hubspot_token: sandbox.hubspot.token,
        access_token: sandbox.xero.issueToken().access_token,
        organisation_id: Object.keys(sandbox.xero.state.organisations)[0] ?? "",
      };
    },
  };
  world.reconnect();
  const refused = await world.run("set_up_hubspot", { confirm: true });
  if (refused) throw new Error(`HubSpot could not be set up: ${refused}`);
  return world;
}
