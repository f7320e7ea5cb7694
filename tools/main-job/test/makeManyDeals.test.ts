import { COMPANY, CONTACT } from "@hubspot-xero/sandbox/seed/customers";
import { openMake } from "../src/make";
import { INVOICE_CHOICES } from "../src/makeJob";
import { importScenario } from "../src/scenario";
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
