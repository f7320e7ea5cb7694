import { DEAL } from "@hubspot-xero/sandbox/seed/deals";
import { openWorld, setUp, type World } from "./hubspotWorld";
import { differences } from "./xeroWorld";

const MODULE = "searchDeals";
const READ = "POST /crm/objects/deals/batch/read";
const SEARCH = "POST /crm/objects/deals/search";
const INVOICE_ID = "0b4ad9b1-6f2c-4c8e-9a51-3d2f7c1e8a90";
const PROPERTIES = [
  "dealname",
  "amount",
  "deal_currency_code",
  "hs_exchange_rate",
  "amount_in_home_currency",
  "dealstage",
  "pipeline",
  "closedate",
  "hubspot_owner_id",
  "xero_invoice_id",
  "xero_invoice_number",
  "xero_invoice_status",
  "xero_invoice_url",
  "xero_invoice_total",
  "xero_due_date",
  "xero_sync_mark",
  "xero_repeating_invoice_id",
  "xero_repeating_mark",
];
const FOUND = {
  id: DEAL.website,
  dealId: DEAL.website,
  dealName: "Website relaunch",
  dealUrl: `https://app.hubspot.com/contacts/2034521/record/0-3/${DEAL.website}`,
  stageId: "closedwon",
  amount: 5840,
  currency: "GBP",
  ownerId: "118204533",
  invoiceId: INVOICE_ID,
  invoiceNumber: "INV-0042",
  billingState: "awaiting payment",
};

const update = (
  { sandbox }: World,
  id: string,
  properties: Record<string, string>,
) => sandbox.hubspot.update("deals", id, properties);

/** A portal in which the website's deal shows its invoice. */
async function billed(limits = {}): Promise<World> {
  const world = await setUp(await openWorld({ limits }));
  update(world, DEAL.website, {
    dealstage: "closedwon",
    amount: "5840",
    hubspot_owner_id: "118204533",
    xero_invoice_id: INVOICE_ID,
    xero_invoice_number: "INV-0042",
    xero_invoice_status: "awaiting payment",
  });
  return world;
}

it("a deal is read by the ID of its invoice, also where a number is given and HubSpot's search lags", async () => {
  const world = await billed({ searchLagMs: 30_000 });
  const given = { invoiceId: INVOICE_ID, invoiceNumber: "INV-0001" };
  const found = await world.search(MODULE, given);
  expect(world.sent()).toEqual([
    {
      call: READ,
      body: {
        idProperty: "xero_invoice_id",
        inputs: [{ id: INVOICE_ID }],
        properties: PROPERTIES,
      },
    },
  ]);
  expect(found).toEqual([FOUND]);
  // Only a deal with repeating invoices has data about them.
  expect(differences(world, MODULE, found[0]!)).toEqual(["-repeating"]);
});

it("a deal that shows one part is found by the other, so that it hears of a balance that was voided", async () => {
  const world = await billed();
  const deposit = "11111111-2222-4333-8444-555555555555";
  const found = await world.search(MODULE, {
    invoiceId: deposit,
    invoice: [
      { id: INVOICE_ID, reference: `HS-${DEAL.website}-B` },
      { id: deposit, reference: `HS-${DEAL.website}-D` },
    ],
    limit: 1,
  });
  expect(found).toEqual([FOUND]);
});

it("deals are searched by the number of their invoice: all of them where several show it", async () => {
  const world = await billed();
  update(world, DEAL.brand, { xero_invoice_number: "INV-0042" });
  const found = await world.search(MODULE, { invoiceNumber: " INV-0042 " });
  expect(world.sent()).toEqual([
    {
      call: SEARCH,
      body: {
        filterGroups: [
          {
            filters: [
              {
                propertyName: "xero_invoice_number",
                operator: "EQ",
                value: "INV-0042",
              },
            ],
          },
        ],
        properties: PROPERTIES,
        limit: 100,
      },
    },
  ]);
  expect(found).toEqual([
    FOUND,
    expect.objectContaining({ id: DEAL.brand, invoiceNumber: "INV-0042" }),
  ]);
});

it("hands out as many as the limit says", async () => {
  const world = await billed();
  update(world, DEAL.brand, { xero_invoice_number: "INV-0042" });
  const given = { invoiceNumber: "INV-0042", limit: 1 };
  expect(await world.search(MODULE, given)).toEqual([FOUND]);
});

it("goes on to the next page", async () => {
  const world = await billed();
  const ids = Array.from(
    { length: 120 },
    () =>
      world.sandbox.hubspot.create("deals", { xero_invoice_number: "INV-7" })
        .id,
  );
  const given = { invoiceNumber: "INV-7", limit: 150 };
  const found = await world.search(MODULE, given);
  expect(found.map(({ id }) => id)).toEqual(ids);
  const [first, second] = world.sent();
  expect(second).toEqual({
    call: SEARCH,
    body: { ...(first?.body as object), after: "100" },
  });
});

it.each([{ invoiceId: "8d0c1c0e" }, { invoiceNumber: "INV-9999" }])(
  "no deal with %j is an empty list",
  async (given) => {
    const world = await billed();
    expect(await world.search(MODULE, given)).toEqual([]);
    expect(world.calls()).toHaveLength(1);
  },
);

it.each([{}, { invoiceId: " ", invoiceNumber: "" }])(
  "a search for nothing, %j, asks HubSpot for nothing",
  async (given) => {
    const world = await billed();
    expect(await world.refusal(MODULE, given)).toEqual({
      type: "DataError",
      message:
        "Invoice and Invoice Number are both empty. Fill in one of them.",
    });
    expect(world.calls()).toEqual([]);
  },
);

it("an account without the properties is told to be set up", async () => {
  const world = await openWorld();
  const given = { invoiceNumber: "INV-0042" };
  expect(await world.refusal(MODULE, given)).toEqual({
    type: "DataError",
    message:
      'HubSpot has no property "xero_invoice_number". Run the action "Set Up HubSpot" once, then run this step again.',
  });
});

it.each([
  [
    READ,
    { invoiceId: INVOICE_ID },
    500,
    "ConnectionError",
    `HubSpot failed (500) on the deal of invoice ${INVOICE_ID}. Run this step again: nothing is made twice.`,
  ],
  [
    SEARCH,
    { invoiceNumber: "INV-0042" },
    200,
    "DataError",
    "HubSpot's answer about deals holds no list. Run this scenario again.",
  ],
])(
  "a search that fails is no empty list: %s",
  async (call, given, status, type, message) => {
    const world = await billed();
    world.answer(call, {}, status);
    expect(await world.refusal(MODULE, given)).toEqual({ type, message });
  },
);
