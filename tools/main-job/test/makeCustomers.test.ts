import type { MeteredCall } from "@hubspot-xero/sandbox/meter";
import { openMake } from "../src/make";
import { importScenario } from "../src/scenario";
import { openWorld } from "./world";

/** Longer than the newest changes wait in HubSpot's trigger, whose search lags. */
const ROUND = 90_000;

const writes = (calls: readonly MeteredCall[]): string[] =>
  calls
    .filter(
      ({ method, path }) =>
        method !== "GET" && !/\/(search|batch\/read)$/.test(path),
    )
    .map(({ method, path }) => `${method} ${path}`);

/** The agency with both scenarios on, from now on. */
async function openOffice() {
  const world = await openWorld({ searchLagMs: 20_000 });
  const { sandbox, authData } = world;
  const now = () => new Date(sandbox.clock.now());
  let make = await openMake(sandbox, now);
  const organisationId = authData["organisation_id"];
  const options = { organisationId, limit: 500 };
  const toXero = importScenario(
    make,
    "customer-to-contact",
    { watchHubspotCustomers: { limit: 500 }, upsertXeroContact: options },
    now,
  );
  const toHubspot = importScenario(
    make,
    "contact-to-customer",
    {
      watchXeroContacts: { ...options, customersOnly: false },
      getXeroContact: { organisationId },
      upsertXeroContact: { organisationId },
    },
    now,
  );
  const poll = async (scenario: typeof toXero) => {
    sandbox.clock.advance(ROUND);
    const { calls, result } = await sandbox.meter.during(() => scenario.run());
    const refusals = result.bundles.flatMap(({ error }) =>
      error ? [error.message] : [],
    );
    return { calls, refusals, bundles: result.bundles.length };
  };
  return { sandbox, toXero: () => poll(toXero), toHubspot: () => poll(toHubspot) };
}

it("debug", async () => {
  const o = await openOffice();
  for (const f of [o.toXero, o.toHubspot, o.toXero, o.toHubspot, o.toXero]) {
    const r = await f();
    console.log(JSON.stringify({ refusals: r.refusals, w: writes(r.calls), calls: r.calls.length, b: r.bundles }));
  }
}, 60000);
