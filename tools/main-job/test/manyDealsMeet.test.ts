import { COMPANY, CONTACT } from "@hubspot-xero/sandbox/seed/customers";
import { addDeal, addPayer, invoiceMany } from "./manyDeals";
import { openWorld, type World } from "./world";

const NEW_CUSTOMERS = ["Alder", "Birch", "Oak"];

/** Six deals: two of one new customer, two of other new ones, one of a contact in Xero, one that is refused. */
async function openMany() {
  const world = await openWorld();
  const alder = addPayer(world, "Alder");
  const aozora = { company: COMPANY.aozora, contacts: [CONTACT.tanaka] };
  const billed = [
    addDeal(world, "Alder one", alder),
    addDeal(world, "Alder two", alder),
    addDeal(world, "Birch", addPayer(world, "Birch")),
    addDeal(world, "Oak", addPayer(world, "Oak")),
    addDeal(world, "Aozora", aozora),
  ];
  const refused = addDeal(world, "Empty", alder, []);
  return { world, billed, refused };
}

/** What the runs left behind. */
function state({ sandbox }: World, deals: readonly string[]) {
  const { invoices, contacts } = sandbox.xero.books();
  const numbers = new Map(
    invoices.map(({ Reference, InvoiceNumber }) => [Reference, InvoiceNumber]),
  );
  return {
    invoices: invoices
      .map(({ Reference, Total }) => `${Reference} ${Number(Total)}`)
      .sort(),
    newContacts: contacts
      .flatMap(({ Name }) => (NEW_CUSTOMERS.includes(Name) ? Name : []))
      .sort(),
    shown: deals.filter((id) => {
      const { properties } = sandbox.hubspot.get("deals", id)!;
      const number = properties["xero_invoice_number"];
      return (
        number &&
        number === numbers.get(`HS-${id}`) &&
        properties["xero_sync_mark"]?.startsWith("done|")
      );
    }),
  };
}

const oncePerDeal = (billed: readonly string[]) => ({
  invoices: billed.map((id) => `HS-${id} 265.19`).sort(),
  newContacts: NEW_CUSTOMERS,
  shown: billed,
});

it("two runs over the same deals at once make one invoice a deal", async () => {
  const { world, billed } = await openMany();
  const run = () => invoiceMany(world, { deal_ids: billed });
  await Promise.all([run(), run()]);
  await run();
  expect(state(world, billed)).toEqual(oncePerDeal(billed));
});
