import { followClock } from "@hubspot-xero/main-job/simulatedTime";
import { createWorld, type World } from "@hubspot-xero/main-job/world";
import { loadZapier } from "@hubspot-xero/main-job/zapier";
import { createFixedClock } from "@hubspot-xero/sandbox/clock";
import { measureBulk } from "./bulkCalls";
import { measureColdStart } from "./coldStart";
import { measureFaults } from "./faults";
import { measureForecast } from "./forecast/forecastErrors";
import { heldBackMonths } from "./forecast/walkForward";
import { idlePolls, measureIdlePolls, type IdlePoll } from "./idlePolls";
import { measureInvoices } from "./invoiceCalls";
import { measureMappingGrowth } from "./mappingGrowth";
import type { Measured } from "./metric";
import { measurePayments } from "./paymentCalls";
import { measureZip } from "./zipSize";

export interface Measurements {
  measured: Measured[];
  /** Of each trigger. */
  polls: IdlePoll[];
}

/** Measures every number: calls and bytes by the sandbox's meter, over HTTP, through the Zapier app as it was built. */
export async function measureAll(
  onStep: (step: string) => void,
): Promise<Measurements> {
  const zapier = loadZapier();
  const worlds: World[] = [];
  const open = async () => {
    const world = await createWorld(zapier);
    worlds.push(world);
    return world;
  };
  // Times come first, while this process is idle and small.
  onStep("cold start");
  const measured = measureColdStart();
  onStep("mapping");
  measured.push(...measureMappingGrowth());
  onStep("zip");
  measured.push(...measureZip());
  onStep("invoices");
  measured.push(...(await measureInvoices(open)));
  onStep("payments");
  measured.push(...(await measurePayments(await open())));
  onStep("100 deals in one run");
  measured.push(...(await measureBulk(await open())));
  onStep("idle polls");
  const polls = await inIdleBooks(async (world) => {
    worlds.push(world);
    return idlePolls(world);
  });
  measured.push(...measureIdlePolls(polls));
  await Promise.all(worlds.map(({ sandbox }) => sandbox.close()));
  onStep("forecast");
  measured.push(...measureForecast(await heldBackMonths(zapier)));
  onStep("faults");
  measured.push(...measureFaults());
  return { measured, polls };
}

/** A month in which nothing happened lies behind these books. */
export async function inIdleBooks<T>(
  job: (world: World) => Promise<T>,
): Promise<T> {
  const clock = createFixedClock(new Date());
  const giveBack = followClock(clock);
  try {
    const world = await createWorld(loadZapier(), { clock });
    clock.advance(30 * 86_400_000);
    world.reconnect();
    return await job(world);
  } finally {
    giveBack();
  }
}
