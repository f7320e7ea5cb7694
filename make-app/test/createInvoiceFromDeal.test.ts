import { BILLING } from "./billing";
import { NOW, openWorld, TENANT, writes } from "./xeroWorld";

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

it.each([
  ["the run that read the deal", 10_000, ["PUT /Invoices"]],
  ["a run that Make takes up again a minute later", 60_000, []],
])(
  "looks for an invoice by its reference, unless in %s",
  async (_, wait, made) => {
    const world = await openWorld();
    const fresh = { ...BILLING, mayExist: false, readAt: NOW };
    const given = { ...GIVEN, billing: fresh };
    await world.run("createInvoiceFromDeal", given);
    world.sent();
    world.sandbox.clock.advance(wait);
    await world.run("createInvoiceFromDeal", given);
    expect(writes(world.sent())).toEqual(made);
    expect(world.sandbox.xero.books().invoices).toHaveLength(1);
  },
);

it.each([
  ["an attempt of its own", {}, `hubspot-invoice|${TENANT}|HS-701|2`],
  ["a batch", { batch: "make" }, `hubspot-invoices|${TENANT}|make`],
])(
  "what was begun in %s is only ever taken up under its key",
  async (_, begun, key) => {
    const world = await openWorld();
    const billing = { ...BILLING, begun: { ...BILLING.begun, ...begun } };
    await world.run("createInvoiceFromDeal", { ...GIVEN, billing });
    const [made] = world.sent().filter(({ call }) => call === "PUT /Invoices");
    expect(made?.headers["Idempotency-Key"]).toBe(key);
  },
);

it("a customer whose contact was merged into another is invoiced there", async () => {
  const world = await openWorld();
  const person = world.sandbox.xero.person();
  const [gone, left] = ["Smith & Sons", "Brown Holdings"].map(
    (Name, index) =>
      person.createContact({
        Name,
        ...(index === 0 && { ContactNumber: "hubspot-company-77" }),
      }).ContactID,
  ) as [string, string];
  person.mergeContact(gone, left);
  const customer = { type: "company", hubspotId: "77", name: "Smith & Sons" };
  const billing = { ...BILLING, customer };
  expect(
    await world.run("createInvoiceFromDeal", { ...GIVEN, billing }),
  ).toMatchObject({ contactId: left, contactOutcome: "matched" });
  const calls = world.sent().map(({ call }) => call);
  expect(calls.slice(-3)).toEqual([
    "GET /Contacts",
    `GET /Contacts/${left}`,
    "PUT /Invoices",
  ]);
});

it("recurring lines that repeating invoices bill are not billed once more", async () => {
  const world = await openWorld();
  const [line] = BILLING.lineItems;
  const repeatingMark = { state: "done", attempt: 1, date: "2026-11-01" };
  const billing = {
    ...BILLING,
    deal: { ...BILLING.deal, billing: { repeatingMark } },
    lineItems: [{ ...line, recurring: { frequency: "monthly" } }],
  };
  expect(
    await world.refusal("createInvoiceFromDeal", { ...GIVEN, billing }),
  ).toEqual({
    type: "DataError",
    message:
      'Deal "Spring" has repeating invoices in Xero, which bill its recurring lines. Put lines that were added since on a deal of their own.',
  });
  expect(writes(world.sent())).toEqual([]);
});
