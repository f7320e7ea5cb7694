import { DEAL } from "@hubspot-xero/sandbox/seed/deals";
import {
  readInvoice,
  type StoredInvoice,
} from "@hubspot-xero/shared/invoice/readInvoice";
import type { XeroInvoice } from "@hubspot-xero/shared/xero/wire";
import { dealIn, NOW, openWorld, setUp, type World } from "./hubspotWorld";
import { differences } from "./xeroWorld";

const MODULE = "updateDealBilling";
const ID = "0b4ad9b1-6f2c-4c8e-9a51-3d2f7c1e8a90";
const URL = `https://go.xero.com/AccountsReceivable/View.aspx?InvoiceID=${ID}`;
const PATCH = `PATCH /crm/objects/deals/${ID}`;
const LINKS = "POST /crm/associations/deals/notes/batch/read";
const READ = "POST /crm/objects/notes/batch/read";
const CREATE = "POST /crm/objects/notes";
const NOTE_TO_DEAL = 214;
const NOTES = "0-46";

const invoice = (paid = 1500.5): StoredInvoice => ({
  ...readInvoice({
    InvoiceID: ID,
    InvoiceNumber: "INV-0042",
    Type: "ACCREC",
    Status: "AUTHORISED",
    CurrencyCode: "GBP",
    DueDate: "2026-12-23T00:00:00",
    SubTotal: 5000,
    TotalTax: 1000,
    Total: 6000,
    AmountPaid: paid,
    AmountDue: 6000 - paid,
    Payments: [{ PaymentID: "1", Date: "2026-11-21T00:00:00", Amount: paid }],
  } as XeroInvoice),
  lines: [],
});
const GIVEN = { invoice: invoice(), addNote: true, eventId: "payment-1" };
const WORDS = `<p><a href="${URL}">Xero invoice INV-0042</a> is part paid: 1500.50 of 6000.00 GBP paid, 0.00 credited, 4499.50 due by 2026-12-23.</p>`;
const NOTE = `${WORDS}<p>Xero event payment-1</p>`;

/** A portal in which the website's deal shows the invoice. */
async function billed(without = ""): Promise<World> {
  const world = await setUp(await openWorld({ without }));
  world.sandbox.hubspot.update("deals", DEAL.website, { xero_invoice_id: ID });
  return world;
}

const notesIn = ({ sandbox }: World) =>
  Object.values(sandbox.hubspot.state.objects[NOTES] ?? {}).map(
    ({ properties }) => properties["hs_note_body"],
  );
const leave = (world: World, hs_note_body: string) =>
  world.sandbox.hubspot.create("notes", { hs_timestamp: NOW, hs_note_body }, [
    { to: { type: "deals", id: DEAL.website }, typeId: NOTE_TO_DEAL },
  ]).id;

it("a note goes onto the deal's timeline behind the figures", async () => {
  const world = await billed();
  const output = await world.run(MODULE, GIVEN);
  const [patch, ...others] = world.sent();
  expect(patch).toMatchObject({
    call: PATCH,
    query: { idProperty: "xero_invoice_id" },
    body: { properties: { xero_amount_paid: "1500.50" } },
  });
  expect(others).toEqual([
    { call: LINKS, body: { inputs: [{ id: DEAL.website }] } },
    {
      call: CREATE,
      body: {
        properties: { hs_timestamp: NOW, hs_note_body: NOTE },
        associations: [
          {
            to: { id: DEAL.website },
            types: [
              {
                associationCategory: "HUBSPOT_DEFINED",
                associationTypeId: NOTE_TO_DEAL,
              },
            ],
          },
        ],
      },
    },
  ]);
  expect(output).toEqual({
    message: "The deal shows invoice INV-0042 as part paid.",
    invoiceId: ID,
    invoiceNumber: "INV-0042",
    invoiceUrl: URL,
    billingState: "part paid",
    currency: "GBP",
    total: 6000,
    amountPaid: 1500.5,
    amountDue: 4499.5,
    amountCredited: 0,
    dueDate: "2026-12-23",
    lastPaymentDate: "2026-11-21",
  });
  expect(differences(world, MODULE, output)).toEqual([]);
});

it("a repeated event finds its note and makes no second one", async () => {
  const world = await billed();
  const first = await world.run(MODULE, GIVEN);
  world.sent();
  expect(await world.run(MODULE, GIVEN)).toEqual(first);
  const [, links, read, ...others] = world.sent();
  expect(links?.call).toBe(LINKS);
  expect(read).toEqual({
    call: READ,
    body: {
      inputs: [{ id: expect.any(String) as string }],
      properties: ["hs_note_body"],
    },
  });
  expect(others).toEqual([]);
  expect(notesIn(world)).toEqual([NOTE]);
});

it("every event has a note of its own, a reversal beside its payment", async () => {
  const world = await billed();
  await world.run(MODULE, { ...GIVEN, eventId: "payment-1:reversed" });
  await world.run(MODULE, GIVEN);
  await world.run(MODULE, { ...GIVEN, eventId: "payment-1:reversed" });
  expect(notesIn(world)).toEqual([
    `${WORDS}<p>Xero event payment-1:reversed</p>`,
    NOTE,
  ]);
});

it("without an event, the same words are not said twice", async () => {
  const world = await billed();
  const plain = { ...GIVEN, eventId: undefined };
  await world.run(MODULE, plain);
  await world.run(MODULE, plain);
  await world.run(MODULE, { ...plain, invoice: invoice(2000) });
  expect(notesIn(world)).toEqual([
    WORDS,
    expect.stringContaining("2000.00 of 6000.00 GBP paid"),
  ]);
});

it("a deal that does not show the invoice yet is found by its ID", async () => {
  const world = await setUp(await openWorld());
  await world.run(MODULE, { ...GIVEN, dealId: DEAL.brand });
  expect(world.calls()[0]).toBe(`PATCH /crm/objects/deals/${DEAL.brand}`);
  expect(notesIn(world)).toEqual([NOTE]);
  expect(dealIn(world, DEAL.brand)["xero_invoice_id"]).toBe(ID);
});

it("of many notes the newest hundred are read first, and reading ends where the note is found", async () => {
  const world = await billed();
  const ids = Array.from({ length: 120 }, (_, index) =>
    leave(world, index === 119 ? NOTE : `Call ${index}`),
  );
  await world.run(MODULE, GIVEN);
  const [, , read, ...others] = world.sent();
  const newest = ids.slice(20).toReversed();
  expect(read?.body).toMatchObject({ inputs: newest.map((id) => ({ id })) });
  expect(others).toEqual([]);
});

it("older notes are read as well before another one is made", async () => {
  const world = await billed();
  const ids = Array.from({ length: 120 }, (_, index) =>
    leave(world, index === 0 ? NOTE : `Call ${index}`),
  );
  await world.run(MODULE, GIVEN);
  expect(world.calls()).toEqual([PATCH, LINKS, READ, READ]);
  expect(notesIn(world)).toHaveLength(ids.length);
});

it("a further page of links is followed once", async () => {
  const world = await billed();
  const page = (toObjectId: string, after?: string) => ({
    results: [
      {
        from: { id: DEAL.website },
        to: [{ toObjectId, associationTypes: [] }],
        ...(after && { paging: { next: { after } } }),
      },
    ],
  });
  world.answer(LINKS, page("901", "x7"));
  world.answer(LINKS, page("1000"));
  world.answer(READ, { results: [] });
  await world.run(MODULE, GIVEN);
  const [, , second, read, create] = world.sent();
  expect(second).toEqual({
    call: LINKS,
    body: { inputs: [{ id: DEAL.website, after: "x7" }] },
  });
  expect(read?.body).toMatchObject({ inputs: [{ id: "1000" }, { id: "901" }] });
  expect(create?.call).toBe(CREATE);
});

it.each([undefined, false])("no note is asked for with %s", async (addNote) => {
  const world = await billed();
  await world.run(MODULE, { ...GIVEN, addNote });
  expect(world.calls()).toEqual([PATCH]);
});

it("without invoice data nothing is sent", async () => {
  const world = await billed();
  expect(await world.refusal(MODULE, { ...GIVEN, invoice: {} })).toEqual({
    type: "DataError",
    message:
      "Invoice data is empty. Map the invoice data of a Xero module of this app.",
  });
  expect(world.calls()).toEqual([]);
});

it("an invoice that no deal has gets no note", async () => {
  const world = await setUp(await openWorld());
  expect(await world.refusal(MODULE, GIVEN)).toEqual({
    type: "DataError",
    message:
      "No deal has invoice INV-0042. Nothing was changed; invoices that were not made from a deal need no update.",
  });
  expect(world.calls()).toEqual([PATCH]);
});

it("a key that may not write notes ends the module behind the figures, naming the scope", async () => {
  const scope = "crm.objects.contacts.write";
  const world = await billed(scope);
  expect(await world.refusal(MODULE, GIVEN)).toEqual({
    type: "InvalidConfigurationError",
    message: `HubSpot refused access to the note on deal ${DEAL.website}: the connection lacks the scope ${scope}. Add it to the service key in HubSpot, or reconnect and allow it, then run this step again.`,
  });
  expect(dealIn(world, DEAL.website)["xero_amount_paid"]).toBe("1500.50");
});
