import { COMPANY, CONTACT } from "@hubspot-xero/sandbox/seed/customers";
import type { FaultEffect } from "@hubspot-xero/sandbox/faults";
import { openMake } from "../src/make";
import { INVOICE_CHOICES } from "../src/makeJob";
import { importScenario } from "../src/scenario";
import { crashes } from "./crashed";
import { addDeal, addPayer } from "./manyDeals";
import { openWorld } from "./world";

const MINUTE = 60_000;

/** Two deals of one new customer, one of a contact in Xero and one without lines have just been won. */
async function openWon() {
  const world = await openWorld();
  const { sandbox, authData } = world;
  const alder = addPayer(world, "Alder");
  const aozora = { company: COMPANY.aozora, contacts: [CONTACT.tanaka] };
  const billed = [
    addDeal(world, "Alder one", alder),
    addDeal(world, "Alder two", alder),
    addDeal(world, "Aozora", aozora),
  ];
  const refused = addDeal(world, "Empty", alder, []);
  const win = (deals: readonly string[]) => {
    for (const id of deals)
      sandbox.hubspot.update("deals", id, { dealstage: "closedwon" });
    sandbox.clock.advance(2 * MINUTE);
  };
  const now = () => new Date(sandbox.clock.now());
  const make = await openMake(sandbox, now);
  const { run } = importScenario(
    make,
    "won-deals-to-invoices",
    {
      createInvoices: {
        organisationId: authData["organisation_id"],
        ...INVOICE_CHOICES,
      },
    },
    now,
  );
  win([...billed, refused]);
  return { world, billed, refused, win, run };
}

/** What the runs left behind: invoices and new contacts in Xero, and the deals that show their own. */
function state(
  { sandbox }: Awaited<ReturnType<typeof openWorld>>,
  deals: string[],
) {
  const { invoices, contacts } = sandbox.xero.books();
  return {
    invoices: invoices
      .map(({ Reference, Total }) => `${Reference} ${Number(Total)}`)
      .sort(),
    newContacts: contacts.filter(({ Name }) => Name === "Alder").length,
    shown: deals.filter((id) => {
      const { properties } = sandbox.hubspot.get("deals", id)!;
      return invoices.some(
        ({ Reference, InvoiceID }) =>
          Reference === `HS-${id}` &&
          InvoiceID === properties["xero_invoice_id"] &&
          properties["xero_sync_mark"]?.startsWith("done|"),
      );
    }),
  };
}

const once = (billed: readonly string[]) => ({
  invoices: billed.map((id) => `HS-${id} 265.19`).sort(),
  newContacts: 1,
  shown: billed,
});

it("bills the deals of a month in one run, and tells of the one that it cannot bill", async () => {
  const { world, billed, run } = await openWon();
  const { sandbox } = world;
  const { result, calls } = await sandbox.meter.during(run);
  expect(result.status).toBe("success");
  expect(state(world, billed)).toEqual(once(billed));
  const puts = calls.flatMap(({ method, path }) =>
    method === "PUT" ? path : [],
  );
  expect(puts).toHaveLength(2);
  // The watch, four deals read, aggregator, invoices, iterator, three deals updated.
  expect(result.operations).toBe(11);
  await sandbox.close();
});

const [, after, gateway] = crashes.map(([, effect]) => effect);

const returns: [string, number, FaultEffect | undefined][] = [
  ["7 minutes later, when Xero's key is gone", 7 * MINUTE, after],
  ["3 days later", 3 * 24 * 60 * MINUTE, gateway],
];

/** What a run over many asks and writes in Xero; a single deal's calls to HubSpot are broken elsewhere. */
const BREAKABLE = /\/Contacts$|\/Invoices$/;

it.each(returns)(
  "whichever write broke, a run over the same deals %s leaves one invoice each",
  async (_, wait, effect) => {
    let broken = 0;
    for (let reached = true; reached; broken += 1) {
      const { world, billed, refused, win, run } = await openWon();
      const { sandbox } = world;
      sandbox.faults.add({ path: BREAKABLE, after: broken, effect: effect! });
      const { calls } = await sandbox.meter.during(run);
      reached =
        calls.filter(({ path }) => BREAKABLE.test(path)).length > broken;
      sandbox.faults.clear();
      sandbox.clock.advance(wait);
      // Back into the stage, so that the trigger hands them out anew.
      for (const id of [...billed, refused])
        sandbox.hubspot.update("deals", id, { dealstage: "qualifiedtobuy" });
      win([...billed, refused]);
      await run();
      expect({ broken, ...state(world, billed) }).toEqual({
        broken,
        ...once(billed),
      });
      await sandbox.close();
    }
    // The search for contacts, new contacts and invoices were broken in turn.
    expect(broken).toBeGreaterThan(3);
  },
  30_000,
);
