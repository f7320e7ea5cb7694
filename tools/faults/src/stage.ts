import { openMake, type Make } from "@hubspot-xero/main-job/make";
import { followClock } from "@hubspot-xero/main-job/simulatedTime";
import { createWorld, type World } from "@hubspot-xero/main-job/world";
import { loadZapier } from "@hubspot-xero/main-job/zapier";
import { createFixedClock } from "@hubspot-xero/sandbox/clock";
import type { SandboxState } from "@hubspot-xero/sandbox/sandbox";

/** A mutation runs another bundle than the one that was built. */
const zapier = loadZapier(process.env["ZAPIER_BUNDLE"]);
const START = new Date("2026-11-23T09:00:00Z");

/** Where one case plays: both vendors, and the apps connected with them. `Date` tells the sandbox's time meanwhile. */
export interface Stage extends World {
  /** Opened for flows of the Make app. */
  make: Make | undefined;
  organisationId: string;
  /** How often Zapier was asked to refresh Xero's token. */
  refreshes: number;
  /** The ids of the events that a trigger handed out. */
  events: string[];
  /** What both vendors hold now, to open the next stage with. */
  keep(): Kept;
  close(): Promise<void>;
}

export interface Kept {
  state: SandboxState;
  now: Date;
}

export type Platform = "zapier" | "make";

/** Both vendors as they were kept, else the seeded agency with HubSpot not set up; without rate limits. */
export async function openStage(
  platform: Platform,
  kept?: Kept,
): Promise<Stage> {
  const clock = createFixedClock(kept?.now ?? START);
  const giveBack = followClock(clock);
  const world = await createWorld(zapier, {
    clock,
    state: kept?.state,
    setUp: false,
  });
  const { sandbox } = world;
  return Object.assign(world, {
    make:
      platform === "make"
        ? await openMake(sandbox, () => clock.now())
        : undefined,
    organisationId: world.authData["organisation_id"] ?? "",
    refreshes: 0,
    events: [],
    keep: () =>
      structuredClone({
        state: { hubspot: sandbox.hubspot.state, xero: sandbox.xero.state },
        now: clock.now(),
      }),
    close: () => {
      giveBack();
      return sandbox.close();
    },
  });
}
