import { createWorld, type World } from "@hubspot-xero/main-job/world";
import { loadZapier } from "@hubspot-xero/main-job/zapier";
import { DEAL } from "@hubspot-xero/sandbox/seed/deals";
import { idlePolls } from "../src/idlePolls";
import { invoiceCalls } from "../src/invoiceCalls";
import { inIdleBooks } from "../src/measure";
import { measurePayments } from "../src/paymentCalls";

const zapier = loadZapier();
let world: World;

afterEach(() => world.sandbox.close());

describe.each([3, 100])("an invoice of %i lines, a company paying", (lines) => {
  it.each([
    ["storedContact", { all: 6, xero: 1 }],
    ["foundContact", { all: 8, xero: 2 }],
    ["newContact", { all: 9, xero: 3 }],
  ] as const)("takes for a %s %j calls", async (customer, calls) => {
    world = await createWorld(zapier);
    expect(await invoiceCalls(world, customer, lines)).toEqual(calls);
  });
});

it("takes one call for a deal that is invoiced already", async () => {
  world = await createWorld(zapier);
  await world.invoice(DEAL.website);
  const { calls } = await world.sandbox.meter.during(() =>
    world.invoice(DEAL.website),
  );
  expect(calls).toHaveLength(1);
});

it("takes one HubSpot call a payment, and one Xero call more a poll that found some", async () => {
  world = await createWorld(zapier);
  expect(await measurePayments(world)).toMatchObject([
    { key: "calls.payment.perPayment", value: 1 },
    { key: "calls.payment.perPayment.xeroPerPoll", value: 1 },
  ]);
});

it("polls with one call and 400 bytes at most when nothing happened, whatever the trigger", async () => {
  const polls = await inIdleBooks((idle) => {
    world = idle;
    return idlePolls(idle);
  });
  expect(polls.length).toBeGreaterThanOrEqual(8);
  for (const poll of polls) {
    expect(poll).toMatchObject({ calls: 1 });
    expect(poll.bytes).toBeLessThanOrEqual(400);
  }
});
