import { define, type Definition } from "./fixtures/definition";

let app: Definition;

beforeAll(async () => {
  app = await define();
});

const WRITES_TO_XERO = [
  "create_invoice_from_deal",
  "create_invoices_from_deals",
  "create_invoice",
  "create_credit_note",
  "allocate_credit",
  "upsert_xero_contact",
  "upsert_xero_item",
  "upsert_hubspot_customer",
];

it("all steps on Xero share one budget: the same throttle, not counted for each action apart", () => {
  const throttles = [
    ...[...WRITES_TO_XERO, "update_deal_billing", "upsert_hubspot_product"].map(
      (key) => app.creates[key]?.operation.throttle,
    ),
    ...["find_xero_contact", "find_invoice", "find_item"].map(
      (key) => app.searches[key]?.operation.throttle,
    ),
  ];
  for (const throttle of throttles) {
    expect(throttle).toEqual({
      window: 60,
      // five calls each, of the sixty that Xero grants in a minute
      limit: 10,
      key: "xero",
      scope: ["auth"],
      retry: true,
    });
    expect(throttle).toEqual(throttles[0]);
  }
});

it("actions that write to Xero take turns within a connection", () => {
  const locks = WRITES_TO_XERO.map((key) => app.creates[key]?.operation.lock);
  for (const lock of locks)
    expect(lock).toEqual({
      key: "xero-write",
      scope: ["auth"],
      timeout: expect.any(Number),
    });
  expect(new Set(locks.map((lock) => JSON.stringify(lock))).size).toBe(1);
});

it("actions that may create a HubSpot product take turns among themselves alone", () => {
  const { lock } = app.creates["upsert_hubspot_product"]!.operation;
  expect(lock).toMatchObject({ key: "hubspot-product-write", scope: ["auth"] });
});

it("what only writes to HubSpot waits for no turn on Xero, and what only asks HubSpot takes none of its budget", () => {
  expect(app.creates["update_deal_billing"]?.operation).not.toHaveProperty(
    "lock",
  );
  expect(app.searches["find_deal"]?.operation).not.toHaveProperty("throttle");
});

it("triggers carry no throttle that retries, which Zapier refuses on polls", () => {
  for (const { operation } of Object.values(app.triggers))
    expect(operation).not.toHaveProperty("throttle.retry");
});

it("find or create searches first and creates with the action of the same record", () => {
  expect(app.searchOrCreates).toEqual({
    find_xero_contact: {
      key: "find_xero_contact",
      display: {
        label: "Find or Create Xero Contact",
        description: expect.stringMatching(/\.$/),
      },
      search: "find_xero_contact",
      create: "upsert_xero_contact",
    },
  });
  const outputs = (step?: {
    operation: { outputFields?: { key: string }[] };
  }) => step?.operation.outputFields?.map(({ key }) => key);
  expect(outputs(app.creates["upsert_xero_contact"])).toEqual(
    expect.arrayContaining(outputs(app.searches["find_xero_contact"])!),
  );
});
