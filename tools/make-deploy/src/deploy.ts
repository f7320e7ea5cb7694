import type { MakeTree } from "@hubspot-xero/make-runner/tree/tree";
import type { Make } from "@makehq/sdk";
import { carryOut } from "./carry/carryOut";
import { explain } from "./carry/explain";
import { appSections } from "./local/appSections";
import { localComponents } from "./local/localComponents";
import type { Origin, StoredOrigin } from "./origin/origin";
import { planDeployment } from "./plan/planDeployment";
import type { Plan, Step } from "./plan/step";
import { readRemote } from "./remote/readRemote";
import { NO_APP, type RemoteApp } from "./remote/remote";

/** How a deployment is watched, and whether it is one. */
export interface Watch {
  dryRun: boolean;
  planned?(plan: Plan): void;
  done?(step: Step): void;
}

/**
 * Brings Make to what the tree says; only what differs is written. A dry run reads and plans.
 * @throws DeployError saying what failed and what to do
 */
export async function deploy(
  tree: MakeTree,
  stored: StoredOrigin,
  make: Make,
  { dryRun, planned, done }: Watch,
): Promise<Plan> {
  const remote = await readOrigin(tree, stored.origin, make);
  const plan = planDeployment(tree, stored.origin, remote);
  planned?.(plan);
  if (!dryRun) await carryOut(plan.steps, { ...stored, make, done });
  return plan;
}

async function readOrigin(
  tree: MakeTree,
  { appId, appVersion, idMapping }: Origin,
  make: Make,
): Promise<RemoteApp> {
  if (!appId) return NO_APP;
  try {
    return await readRemote(
      make,
      { appId, appVersion },
      {
        components: localComponents(tree),
        sections: appSections(tree),
        idMapping,
      },
    );
  } catch (error) {
    throw explain(error, {
      what: `reading the app ${appId}, version ${appVersion}`,
    });
  }
}
