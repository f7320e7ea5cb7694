import {
  differences,
  openWorld,
  TENANT,
  writes,
  type World,
} from "./xeroWorld";

const headers = { "Xero-Tenant-Id": TENANT };

/** An approved invoice over 1000 and 200 tax, and an overpayment of its customer over 72.50. */
function booksOf({ sandbox }: World) {
  const person = sandbox.xero.person();
  const invoice = person.createInvoice({
    Type: "ACCREC",
    Status: "AUTHORISED",
    Contact: { Name: "Northwind Energy plc" },
    Reference: "HS-701",
    DueDate: "2026-12-20",
    LineItems: [
      { Description: "Design", UnitAmount: 1000, AccountCode: "200" },
    ],
  });
  const overpayment = person.overpay(invoice.Contact.ContactID, 72.5, {
    date: "2026-11-20",
  });
  return { person, invoice, overpayment };
}

it("reads, checks and sets against the invoice", async () => {
  const world = await openWorld();
  const { invoice, overpayment } = booksOf(world);
  const { InvoiceID, InvoiceNumber } = invoice;
  const output = await world.run("allocateCredit", {
    creditType: "overpayment",
    creditId: overpayment.ID,
    invoiceId: InvoiceNumber,
    amount: "60",
  });
  const path = `/Overpayments/${overpayment.ID}`;
  expect(world.sent()).toEqual([
    { call: `GET /Invoices/${InvoiceNumber}`, query: { unitdp: "4" }, headers },
    { call: `GET ${path}`, query: { unitdp: "4" }, headers },
    { call: "GET /Organisation", query: {}, headers },
    {
      call: `PUT ${path}/Allocations`,
      query: {},
      headers: {
        ...headers,
        "Idempotency-Key": expect.stringMatching(/^[\da-f]{64}$/) as string,
      },
      body: {
        Allocations: [
          { Invoice: { InvoiceID }, Amount: 60, Date: "2026-11-23" },
        ],
      },
    },
  ]);
  // 72.50 - 60.00; 1200.00 - 60.00
  expect(output).toMatchObject({
    outcome: "allocated",
    amount: 60,
    creditRemaining: 12.5,
    amountDue: 1140,
    dealId: "701",
    invoice: { id: InvoiceID, amountDue: "1140", amountCredited: "60" },
  });
  const missing = ["-creditNumber", "-dealUrl"];
  expect(differences(world, "allocateCredit", output)).toEqual(missing);
});

it("a run a day later writes nothing", async () => {
  const world = await openWorld();
  const { invoice, overpayment } = booksOf(world);
  const given = {
    creditType: "overpayment",
    creditId: overpayment.ID,
    invoiceId: invoice.InvoiceID,
  };
  await world.run("allocateCredit", given);
  world.sandbox.clock.advance(24 * 3_600_000);
  world.sent();
  expect(await world.run("allocateCredit", given)).toMatchObject({
    outcome: "already_allocated",
    amount: 72.5,
    date: "2026-11-23",
    invoice: { amountDue: "1127.5" },
  });
  expect(writes(world.sent())).toEqual([]);
});

it("is dated in the scenario's time zone, or on the day that was picked there", async () => {
  const world = await openWorld({ timezone: "Pacific/Auckland" });
  world.sandbox.clock.advance(2 * 3_600_000);
  const { invoice, overpayment } = booksOf(world);
  const given = {
    creditType: "overpayment",
    creditId: overpayment.ID,
    invoiceId: invoice.InvoiceID,
  };
  const picked = await world.run("allocateCredit", {
    ...given,
    amount: "10",
    // Midnight of the 21st in Auckland.
    date: new Date("2026-11-20T11:00:00Z"),
  });
  const today = await world.run("allocateCredit", { ...given, amount: "20" });
  expect([picked["date"], today["date"]]).toEqual(["2026-11-21", "2026-11-24"]);
});

it.each([
  [{ amount: "0" }, /^Amount is 0\.00\. Use an amount above zero/, 0],
  [{ creditId: ".." }, /^Xero has no record with an id .* only dots/, 0],
  [{ invoiceId: "INV-9" }, /^Xero has no sales invoice INV-9\./, 1],
  [
    { creditType: "prepayment" },
    /^Xero has no prepayment .+ of a customer\./,
    2,
  ],
  [{ amount: "72.51" }, /^72\.51 GBP cannot be set against invoice INV-/, 2],
])(
  "%j is refused, and nothing is written",
  async (given, sentence, requests) => {
    const world = await openWorld();
    const { invoice, overpayment } = booksOf(world);
    const { type, message } = await world.refusal("allocateCredit", {
      creditType: "overpayment",
      creditId: overpayment.ID,
      invoiceId: invoice.InvoiceID,
      ...given,
    });
    expect(type).toBe("DataError");
    expect(message).toMatch(sentence);
    const sent = world.sent();
    expect(sent).toHaveLength(requests);
    expect(writes(sent)).toEqual([]);
  },
);

it("the list offers the chosen type's open credits, and none before a type is chosen", async () => {
  const world = await openWorld();
  const { person, overpayment } = booksOf(world);
  const used = person.overpay(overpayment.Contact.ContactID, 5);
  person.refund(used.ID, 5);
  const offered = (given: object) => world.options("listCredits", { ...given });
  expect(await offered({ creditType: "overpayment" })).toEqual([
    {
      label: "Northwind Energy plc: 72.50 GBP left (2026-11-20)",
      value: overpayment.ID,
    },
  ]);
  expect(await offered({ creditType: "prepayment" })).toEqual([]);
  world.sent();
  expect(await offered({})).toEqual([]);
  expect(world.sent()).toEqual([]);
});
