import { differences, openWorld, TENANT, type World } from "./xeroWorld";

const headers = { "Xero-Tenant-Id": TENANT };

function invoiceIn(
  world: World,
  Status: string,
  Contact: object = { Name: "Northwind Energy plc" },
) {
  return world.sandbox.xero.person().createInvoice({
    Type: "ACCREC",
    Status,
    Contact,
    DueDate: "2026-12-20",
    LineItems: [
      {
        Description: "Design",
        Quantity: 1,
        UnitAmount: 100,
        AccountCode: "200",
      },
    ],
  });
}

it("sends an invoice once, whatever its run is repeated", async () => {
  const world = await openWorld();
  const { InvoiceID, InvoiceNumber } = invoiceIn(world, "AUTHORISED");
  const output = await world.run("emailInvoice", { invoiceId: InvoiceID });
  expect(world.sent()).toEqual([
    { call: `GET /Invoices/${InvoiceID}`, query: { unitdp: "4" }, headers },
    { call: `POST /Invoices/${InvoiceID}/Email`, query: {}, headers, body: {} },
  ]);
  expect(output).toMatchObject({
    outcome: "sent",
    message: `Invoice ${InvoiceNumber} was sent to Northwind Energy plc.`,
    invoiceId: InvoiceID,
    status: "AUTHORISED",
    invoice: { id: InvoiceID, sentToContact: true, total: "120", lines: [] },
  });
  expect(differences(world, "emailInvoice", output)).toEqual([]);

  const again = await world.run("emailInvoice", { invoiceId: InvoiceNumber });
  expect(world.sent().map(({ call }) => call)).toEqual([
    `GET /Invoices/${InvoiceNumber}`,
  ]);
  expect(again).toMatchObject({
    outcome: "already_sent",
    message: `Invoice ${InvoiceNumber} had been sent before, so it was not sent again.`,
    invoiceId: InvoiceID,
  });
});

it.each([
  [
    "DRAFT",
    /^Invoice \S+ is a draft, and Xero does not e-mail drafts\. Approve it in Xero, then run this step again\.$/,
  ],
  ["DELETED", /^Invoice \S+ is deleted, so Xero does not e-mail it\.$/],
])("refuses one that is %s", async (status, sentence) => {
  const world = await openWorld();
  const { InvoiceID } = invoiceIn(world, "DRAFT");
  if (status !== "DRAFT")
    world.sandbox.xero.person().editInvoice(InvoiceID, { Status: status });
  const refusal = await world.refusal("emailInvoice", { invoiceId: InvoiceID });
  expect(refusal.type).toBe("DataError");
  expect(refusal.message).toMatch(sentence);
  expect(world.sent()).toHaveLength(1);
});

it("one that Xero cannot find is told by its ID", async () => {
  const world = await openWorld();
  expect(await world.refusal("emailInvoice", { invoiceId: "INV-9" })).toEqual({
    type: "DataError",
    message:
      "Xero has no sales invoice INV-9. Check the ID and the organisation; bills cannot be used here.",
  });
});

it("what Xero says against the e-mail is shown", async () => {
  const world = await openWorld();
  const { InvoiceID, InvoiceNumber } = invoiceIn(world, "AUTHORISED", {
    Name: "Without an address",
  });
  expect(await world.refusal("emailInvoice", { invoiceId: InvoiceID })).toEqual(
    {
      type: "DataError",
      message: `Xero refused the e-mail of ${InvoiceNumber}: The contact has no email address.`,
    },
  );
});
