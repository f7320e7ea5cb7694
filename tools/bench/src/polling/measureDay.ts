import { followClock } from "@hubspot-xero/main-job/simulatedTime";
import { createWorld, type World } from "@hubspot-xero/main-job/world";
import type { Zapier } from "@hubspot-xero/main-job/zapier";
import { createFixedClock } from "@hubspot-xero/sandbox/clock";
import type { Happening } from "./happenings";
import { turnOn, type Cost, type Platform, type Poll } from "./poller";

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;
/** One each half an hour, so that an hour shows what a day costs. */
export const EVENTS_A_DAY = 48;

/** Midnight, at which some triggers ask for more, is in none of the hours that are measured. */
export const MORNING = new Date("2026-11-23T09:00:00Z");

/** How many minutes lie between two polls: for quiet days, and for busy ones, which take longer to measure. */
export interface Intervals {
  idle: readonly number[];
  busy: readonly number[];
}

/** What a trigger costs in a day, by how many minutes lie between two polls. */
export interface DayCost {
  idle: Map<number, Cost>;
  busy: Map<number, Cost>;
}

/**
 * Polls a trigger through hours of simulated time.
 * - idle: the last event is a day old; the day's first poll is measured apart, because some ask for more then
 * - busy: as far back as polls look, there was an event each half an hour; an hour is polled through and counts for a day
 */
export async function measureDay(
  zapier: Zapier,
  platform: Platform,
  happening: Happening,
  intervals: Intervals,
): Promise<DayCost> {
  const clock = createFixedClock(MORNING);
  const giveBack = followClock(clock);
  const world = await createWorld(zapier, { clock });
  try {
    const poll = await turnOn(world, platform, happening);
    const happen = namer(world, happening);
    const quiet = await quietPolls(world, poll, happen);
    const idle = new Map(
      intervals.idle.map((every) => [
        every,
        plus(quiet.first, times(quiet.other, 1440 / every - 1)),
      ]),
    );
    const history = (happening.lookBackHours / 24) * EVENTS_A_DAY;
    for (let count = 0; count < history; count += 1) {
      clock.advance(30 * MINUTE);
      happen();
    }
    clock.advance(2 * MINUTE);
    // Make hands out so many in one run.
    for (let run = 0; run < 5; run += 1) await poll();
    const daily = { calls: quiet.first.calls - quiet.other.calls, bytes: 0 };
    const busy = new Map<number, Cost>();
    for (const every of intervals.busy) {
      const hour = await busyHour(world, poll, happen, every);
      busy.set(every, plus(times(hour, 24), daily));
    }
    return { idle, busy };
  } finally {
    giveBack();
    await world.sandbox.close();
  }
}

function namer({ sandbox }: World, { happen }: Happening): () => void {
  let count = 0;
  return () => happen(sandbox, `Nr-${(count += 1)}`);
}

async function quietPolls(
  { sandbox: { clock } }: World,
  poll: Poll,
  happen: () => void,
): Promise<{ first: Cost; other: Cost }> {
  clock.advance(30 * DAY);
  happen();
  clock.advance(2 * MINUTE);
  await poll();
  clock.advance(DAY);
  const first = await poll();
  clock.advance(MINUTE);
  return { first, other: await poll() };
}

async function busyHour(
  { sandbox: { clock } }: World,
  poll: Poll,
  happen: () => void,
  every: number,
): Promise<Cost> {
  let cost: Cost = { calls: 0, bytes: 0 };
  for (let minute = 1; minute <= 60; minute += 1) {
    clock.advance(MINUTE);
    if (minute % every === 0) cost = plus(cost, await poll());
    if (minute % 30 === 10) happen();
  }
  return cost;
}

export const plus = (a: Cost, b: Cost): Cost => ({
  calls: a.calls + b.calls,
  bytes: a.bytes + b.bytes,
});

const times = ({ calls, bytes }: Cost, factor: number): Cost => ({
  calls: calls * factor,
  bytes: bytes * factor,
});
