import { pollChanges } from "../../src/flows/changedSince";
import { createMemoryCache } from "../../src/transport/cache";
import { MINUTE, SECOND, START } from "./fakePayments";

interface Change {
  id: number;
  UpdatedDateUTC: string;
  at: number;
}
const change = (id: number, at: number): Change => ({
  id,
  UpdatedDateUTC: `/Date(${at}+0000)/`,
  at,
});

function open(changes: Change[]) {
  const world = {
    now: START,
    since: [] as string[],
    populate: false,
    breaks: false,
  };
  const cache = createMemoryCache(() => world.now);
  const poll = (size: number) =>
    pollChanges(
      { cache, now: new Date(world.now).toISOString() },
      {
        name: "things",
        pageSize: size,
        populate: world.populate,
        list: async (since, page) => {
          world.since.push(since);
          return changes
            .filter(({ at }) => at >= Date.parse(since) && at <= world.now)
            .slice((page - 1) * size, page * size);
        },
        describe: async (found) => {
          if (world.breaks) throw new Error("The second request failed.");
          return found;
        },
      },
    );
  return { world, poll };
}

it("looks back seven days at first, then fifty minutes behind the last poll", async () => {
  const { world, poll } = open([]);
  await poll(10);
  world.now += 5 * MINUTE;
  await poll(10);
  world.now += 15 * MINUTE + 400;
  await poll(10);
  expect(world.since).toEqual([
    "2026-11-16T10:00:00.000Z",
    "2026-11-23T09:10:00.000Z",
    "2026-11-23T09:15:00.000Z",
  ]);
});

it("reads on from the last change, a second back, not by page number", async () => {
  const changes = [0, 2, 4, 6].map((second, id) =>
    change(id, START - MINUTE + second * SECOND),
  );
  const { world, poll } = open(changes);
  const ids = (await poll(3)).map(({ id }) => id);
  expect(new Set(ids)).toEqual(new Set([0, 1, 2, 3]));
  expect(world.since).toEqual([
    "2026-11-16T10:00:00.000Z",
    "2026-11-23T09:59:03.000Z",
  ]);
});

it("takes ten requests at most, and the rest with the next polls", async () => {
  // one a minute, over three hours
  const changes = Array.from({ length: 180 }, (_, id) =>
    change(id, START - (180 - id) * MINUTE),
  );
  const { world, poll } = open(changes);
  const seen = new Set<number>();
  for (let polls = 0; polls < 30 && seen.size < 180; polls += 1) {
    const before = world.since.length;
    for (const { id } of await poll(7)) seen.add(id);
    expect(world.since.length - before).toBeLessThanOrEqual(10);
    world.now += MINUTE;
  }
  expect(seen.size).toBe(180);
});

it("1,200 changes within ten minutes hold up no later one, at 100 a page", async () => {
  const changes = Array.from({ length: 1200 }, (_, id) =>
    change(id, START - 10 * MINUTE + id * 500),
  ).concat(change(1200, START + MINUTE));
  const { world, poll } = open(changes);
  const seen = new Set<number>();
  for (let polls = 0; polls < 60; polls += 1) {
    world.now += 2 * MINUTE;
    for (const { id } of await poll(100)) seen.add(id);
  }
  expect(seen.size).toBe(1201);
});

it("begins again where it began when the events could not be made", async () => {
  const { world, poll } = open([]);
  await poll(10);
  world.breaks = true;
  world.now += 40 * MINUTE;
  await expect(poll(10)).rejects.toThrow("The second request failed.");
  world.breaks = false;
  world.now += 15 * MINUTE;
  await poll(10);
  // Fifty minutes behind the only poll that went well.
  expect(world.since.at(-1)).toBe("2026-11-23T09:10:00.000Z");
});

it("looks back seven days for what was there before a Zap, and leaves the others' place as it is", async () => {
  const { world, poll } = open([]);
  await poll(10);
  world.now += 30 * MINUTE;
  world.populate = true;
  await poll(10);
  world.populate = false;
  await poll(10);
  expect(world.since.slice(1)).toEqual([
    "2026-11-16T10:30:00.000Z",
    "2026-11-23T09:10:00.000Z",
  ]);
});

it("the first poll of all goes on from what was noted before it", async () => {
  const { world, poll } = open([]);
  world.populate = true;
  await poll(10);
  world.populate = false;
  world.now += MINUTE;
  await poll(10);
  expect(world.since).toEqual([
    "2026-11-16T10:00:00.000Z",
    "2026-11-23T09:10:00.000Z",
  ]);
});
