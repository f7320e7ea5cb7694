import { openWorld, writes } from "./xeroWorld";

/** What `Get a deal for billing` hands over of a deal that an earlier attempt had begun with. */
const BILLING = {
  deal: {
    id: "701",
    name: "Spring",
    currency: "GBP",
    url: "https://app.hubspot.com/contacts/1/deal/701",
    billing: {},
  },
  key: "HS-701",
  reference: "HS-701",
  invoiced: false,
  mayExist: true,
  begun: {
    state: "begun",
    attempt: 2,
    billingKey: "HS-701",
    reference: "HS-701",
  },
  customer: { type: "company", hubspotId: "9", name: "Northwind Energy plc" },
  lineItems: [
    {
      id: "1",
      name: "Design",
      quantity: "1",
      unitPrice: "100",
      discountPerUnit: "0",
      discountPercent: "0",
      netAmount: "100",
    },
  ],
  timeZone: "Europe/London",
};
const GIVEN = { billing: BILLING, accountCode: "200" };

it("an attempt that came to nothing is followed by an invoice, and that is found by the next", async () => {
  const world = await openWorld();
  const created = await world.run("createInvoiceFromDeal", GIVEN);
  expect(created).toMatchObject({
    outcome: "created",
    total: 120,
    contactOutcome: "matched",
    syncMark: "done|2|HS-701|HS-701",
  });
  expect(writes(world.sent())).toEqual(["PUT /Invoices"]);
  world.sandbox.clock.advance(3_600_000);
  expect(await world.run("createInvoiceFromDeal", GIVEN)).toMatchObject({
    outcome: "recovered",
    invoiceId: created["invoiceId"],
  });
  expect(writes(world.sent())).toEqual([]);
});
