import fc from "fast-check";
import { listPayments } from "../../src/flows/listPayments";
import { FakePayments, HOUR, MINUTE, SECOND } from "./fakePayments";

/** A poll whose events count once each, as the platform counts them. */
async function poll(fake: FakePayments, pageSize: number, fired: Set<string>) {
  const before = fake.pages.length;
  const ids = (await listPayments(fake.context(), { pageSize })).map(
    ({ id }) => id,
  );
  expect(new Set(ids).size).toBe(ids.length);
  // Ten requests, and those that a second shared by a thousand payments takes.
  const most = 10 + Math.ceil(1000 / pageSize);
  expect(fake.pages.length - before).toBeLessThanOrEqual(most);
  for (const id of ids) fired.add(id);
}

/** Polls every five minutes until nothing new has come for a while. */
async function settle(
  fake: FakePayments,
  pageSize: number,
  fired: Set<string>,
) {
  fake.afterPage = () => {};
  for (let quiet = 0; quiet < 3; quiet += 1) {
    const before = fired.size;
    fake.now += 5 * MINUTE;
    await poll(fake, pageSize, fired);
    if (fired.size > before) quiet = -1;
  }
}

function expectAllFired(fake: FakePayments, fired: ReadonlySet<string>) {
  const missing = fake.lastEvents.filter((id) => !fired.has(id));
  const known = new Set(fake.ids.flatMap((id) => [id, `${id}:reversed`]));
  const invented = [...fired].filter((id) => !known.has(id));
  expect({ missing: missing.length, invented }).toEqual({
    missing: 0,
    invented: [],
  });
}

const step = fc.record({
  wait: fc.integer({ min: 1, max: 15 * 60 }),
  added: fc.integer({ min: 0, max: 40 }),
  reversed: fc.array(fc.nat(), { maxLength: 4 }),
  meanwhile: fc.array(fc.nat(), { maxLength: 4 }),
});

function reverseSome(fake: FakePayments, picks: readonly number[]) {
  const { ids } = fake;
  for (const pick of picks)
    if (ids.length > 0) fake.reverse(ids[pick % ids.length] ?? "");
}

describe.each([7, 100, 333, 1000])("with %p payments on a page", (pageSize) => {
  it("polls in any sequence miss none of a thousand payments in one second", () =>
    fc.assert(
      fc.asyncProperty(
        fc.boolean(),
        fc.array(step, { maxLength: 4 }),
        fc.array(step, { maxLength: 4 }),
        async (inclusive, earlier, later) => {
          const fake = new FakePayments();
          const fired = new Set<string>();
          fake.inclusive = inclusive;
          const play = async (steps: typeof earlier) => {
            for (const { wait, added, reversed, meanwhile } of steps) {
              fake.add(added);
              fake.now += 700;
              reverseSome(fake, reversed);
              fake.now += wait * SECOND;
              const picks = [...meanwhile];
              fake.afterPage = () => reverseSome(fake, picks.splice(0, 1));
              await poll(fake, pageSize, fired);
            }
          };
          await play(earlier);
          fake.add(1000);
          fake.now += SECOND;
          await play(later);
          await settle(fake, pageSize, fired);
          expectAllFired(fake, fired);
        },
      ),
      { numRuns: 15, seed: 23 },
    ));

  it.each([true, false])(
    "a payment after the thousand is told too (the second of the header included: %p)",
    async (inclusive) => {
      const fake = new FakePayments();
      const fired = new Set<string>();
      fake.inclusive = inclusive;
      fake.add(1000);
      fake.now += MINUTE;
      fake.add(1);
      await settle(fake, pageSize, fired);
      expectAllFired(fake, fired);
    },
  );
});

it.each([100, 333])(
  "a reversal between two pages of %p hides no other payment from a poll that comes an hour late",
  async (pageSize) => {
    const fake = new FakePayments();
    const fired = new Set<string>();
    fake.add(800);
    fake.now += HOUR;
    fake.afterPage = (pages) => {
      if (pages === 2) fake.reverse("payment-00000");
    };
    await poll(fake, pageSize, fired);
    await settle(fake, pageSize, fired);
    expectAllFired(fake, fired);
  },
);

it("a Zap that misses two polls is told of everything, although another goes on", async () => {
  const fake = new FakePayments();
  const [steady, failing] = [new Set<string>(), new Set<string>()];
  await poll(fake, 1000, steady);
  await poll(fake, 1000, failing);
  for (let turn = 1; turn <= 3; turn += 1) {
    for (let minute = 0; minute < 15; minute += 1) {
      fake.now += MINUTE;
      fake.add(1);
      await poll(fake, 1000, steady);
    }
    if (turn === 3) await poll(fake, 1000, failing);
  }
  expectAllFired(fake, steady);
  expectAllFired(fake, failing);
});

it("two Zaps that share the cache are each told of everything", () =>
  fc.assert(
    fc.asyncProperty(
      fc.boolean(),
      fc.array(fc.record({ step, first: fc.boolean() }), { maxLength: 12 }),
      async (inclusive, turns) => {
        const fake = new FakePayments();
        const zaps = [new Set<string>(), new Set<string>()] as const;
        fake.inclusive = inclusive;
        for (const zap of zaps) await poll(fake, 100, zap);
        for (const {
          step: { wait, added },
          first,
        } of turns) {
          fake.add(added);
          // Each polls within fifteen minutes, the other perhaps in between.
          fake.now += Math.ceil(wait / 2) * SECOND;
          await poll(fake, 100, zaps[first ? 0 : 1]);
          fake.now += Math.floor(wait / 2) * SECOND;
          await poll(fake, 100, zaps[first ? 1 : 0]);
        }
        for (const zap of zaps) await settle(fake, 100, zap);
        for (const zap of zaps) expectAllFired(fake, zap);
      },
    ),
    { numRuns: 30, seed: 23 },
  ));
