import { isWrite } from "../src/proposal";
import { company, openWorld, person } from "./world";

const numbers = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, place) => from + place);

const contactId = (n: number) =>
  `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`;

it("links 5,000 and 5,000 records inside both vendors' limits, and then proposes nothing", async () => {
  // In both accounts: 500 companies with a link, 1,000 companies and 500 people without one. Besides, HubSpot has
  // 2,000 companies and 1,000 people, and Xero 3,000 contacts, that nobody knows on the other side.
  const world = await openWorld(
    [
      ...numbers(0, 3500).map((n) =>
        company(`${10_000 + n}`, `Company ${n}`, {
          ...(n < 500 && { xero_contact_id: contactId(n) }),
        }),
      ),
      ...numbers(0, 1500).map((n) =>
        person(`${20_000 + n}`, `Person ${n}`, `p${n}@people.example`),
      ),
    ],
    [
      ...[...numbers(0, 1500), ...numbers(3500, 6500)].map((n) => ({
        Name: `Company ${n}`,
        ...(n < 500 && {
          ContactID: contactId(n),
          ContactNumber: `hubspot-company-${10_000 + n}`,
        }),
      })),
      ...numbers(0, 500).map((n) => ({
        Name: `Person ${n}`,
        EmailAddress: `P${n}@people.example`,
      })),
    ],
    { callTakes: 100 },
  );
  const { meter } = world.sandbox;
  const { result: first, calls } = await meter.during(() => world.run());
  expect(first.outcomes).toHaveLength(1500);
  expect(first.outcomes.filter(({ problem }) => problem)).toEqual([]);
  // HubSpot: 2 of the set-up, 50 pages, and a look and a write for each 100 links. Xero: five full pages and an empty
  // one, a look for each 100 links, a look and a write for each 50 numbers. All contacts are of one age, so the first
  // looks see them again.
  expect(first.calls).toEqual({ hubspot: 2 + 50 + 30, xero: 6 + 15 + 60 + 15 });
  expect(calls).toHaveLength(first.calls.hubspot + first.calls.xero);
  expect(calls.filter(({ status }) => status === 429)).toEqual([]);
  // 96 calls at 50 in a minute.
  expect(first.took).toBeGreaterThan(60_000);
  expect(first.took).toBeLessThan(120_000);

  const second = await world.run();
  expect(second.proposals).toHaveLength(5000 + 3000);
  expect(second.proposals.filter(isWrite)).toEqual([]);
});

it("waits as long as Xero asks, when others use up the minute", async () => {
  const world = await openWorld([company("501", "Acme")], [{ Name: "Acme" }], {
    xeroLimits: { perMinute: 1 },
  });
  const { outcomes, calls, took } = await world.run();
  expect(outcomes).toEqual([{ key: "company 501" }]);
  // A page, two looks and a write, of which the last three were refused once each.
  expect(calls.xero).toBe(7);
  expect(took).toBe(180_000);
});

it("waits ten seconds for HubSpot, which names no time", async () => {
  const world = await openWorld([company("501", "Acme")], [], {
    hubspotLimits: { burstPer10s: 1 },
  });
  const { took, calls } = await world.run({ write: false });
  expect(calls.hubspot).toBe(3);
  expect(took).toBe(10_000);
});

it("ends at the limit of a day, says when it is over, and goes on then", async () => {
  const world = await openWorld([company("501", "Acme")], [{ Name: "Acme" }], {
    xeroLimits: { perDay: 3 },
  });
  await expect(world.run()).rejects.toMatchObject({
    message:
      "Xero's daily limit of calls for this organisation is used up. It ends in about 24 h; run this step again then.",
    retryAfterSeconds: 86_400,
  });
  expect(world.contact("Acme").ContactNumber).toBeUndefined();
  world.sandbox.clock.advance(86_400_000);
  const { outcomes } = await world.run();
  expect(outcomes).toEqual([{ key: "company 501" }]);
  expect(world.contact("Acme").ContactNumber).toBe("hubspot-company-501");
});
