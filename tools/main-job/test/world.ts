import type { Sandbox } from "@hubspot-xero/sandbox/sandbox";
import { createWorld, type World, type WorldOptions } from "../src/world";
import { loadZapier } from "../src/zapier";

export type { World };

const zapier = loadZapier();
let open: Sandbox[] = [];

afterEach(async () => {
  await Promise.all(open.map((sandbox) => sandbox.close()));
  open = [];
});

/** The seeded agency with HubSpot set up, connected, at a fixed time and without rate limits; closed after the test. */
export async function openWorld(options: WorldOptions = {}): Promise<World> {
  const world = await createWorld(zapier, options);
  open.push(world.sandbox);
  return world;
}
