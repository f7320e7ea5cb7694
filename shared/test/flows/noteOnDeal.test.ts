import { dealBilling } from "../../src/deal/dealBilling";
import type { Context } from "../../src/flows/context";
import { noteOnDeal } from "../../src/flows/noteOnDeal";
import { updateDealBilling } from "../../src/flows/updateDealBilling";
import { readInvoice } from "../../src/invoice/readInvoice";
import { createMemoryCache } from "../../src/transport/cache";
import type { XeroInvoice } from "../../src/xero/wire";
import { INVOICE_ID, xeroInvoice } from "../builders";
import { scriptedSend, type Reply } from "../scriptedSend";
import { warmContext } from "./warmContext";

const NOTES_OF_DEAL = "POST hubspot /crm/associations/deals/notes/batch/read";
const READ_NOTES = "POST hubspot /crm/objects/notes/batch/read";
const CREATE_NOTE = "POST hubspot /crm/objects/notes";

const URL = `https://go.xero.com/AccountsReceivable/View.aspx?InvoiceID=${INVOICE_ID}`;
const WORDS = `<p><a href="${URL}">Xero invoice INV-0042</a> is part paid: 1500.50 of 6000.00 GBP paid, 0.00 credited, 4499.50 due by 2026-12-23.</p>`;
const NOTE = `${WORDS}<p>Xero event payment-1</p>`;

const partPaid: XeroInvoice = xeroInvoice({
  Status: "AUTHORISED",
  AmountPaid: 1500.5,
  AmountDue: 4499.5,
});
const billing = (changes: XeroInvoice = {}) =>
  dealBilling([readInvoice({ ...partPaid, ...changes })], "2026-11-23");

/** The notes that the deal has, as HubSpot hands them out: their ids, then their bodies. */
const holding = (...bodies: string[]): Reply[] => {
  const ids = bodies.map((_, index) => `${901 + index}`);
  const to = ids.map((toObjectId) => ({
    toObjectId,
    associationTypes: [{ category: "HUBSPOT_DEFINED", typeId: 213 }],
  }));
  const results = bodies.map((hs_note_body, index) => ({
    id: ids[index],
    properties: { hs_note_body },
  }));
  if (bodies.length === 0)
    return [{ call: NOTES_OF_DEAL, status: 207, body: { results: [] } }];
  return [
    { call: NOTES_OF_DEAL, body: { results: [{ from: { id: "701" }, to }] } },
    { call: READ_NOTES, body: { results } },
  ];
};
const created: Reply = { call: CREATE_NOTE, status: 201, body: { id: "999" } };

const start = async (...replies: Reply[]) => {
  const script = scriptedSend(...replies);
  return { script, context: await warmContext(script) };
};
/** The same run after its cache was lost. */
const forgetful = (context: Context): Context => ({
  ...context,
  cache: createMemoryCache(Date.now),
});
const note = (context: Context, eventId?: string, changes?: XeroInvoice) =>
  noteOnDeal(context, "701", billing(changes), eventId);

it("says what is paid and what is due, and carries its event", async () => {
  const { script, context } = await start(...holding(), created);
  await note(context, "payment-1");
  expect(script.calls).toEqual([NOTES_OF_DEAL, CREATE_NOTE]);
  expect(script.requests.map(({ body }) => body)).toEqual([
    { inputs: [{ id: "701" }] },
    {
      properties: { hs_timestamp: context.now, hs_note_body: NOTE },
      associations: [
        {
          to: { id: "701" },
          types: [
            {
              associationCategory: "HUBSPOT_DEFINED",
              associationTypeId: 214,
            },
          ],
        },
      ],
    },
  ]);
});

it.each<[what: string, changes: XeroInvoice, words: string]>([
  [
    "a number that is no HTML",
    { InvoiceNumber: `<b>R&D "7"</b>` },
    WORDS.replace("INV-0042", "&lt;b&gt;R&amp;D &quot;7&quot;&lt;/b&gt;"),
  ],
  [
    "a paid invoice without a date that nothing is due by",
    { Status: "PAID" as XeroInvoice["Status"], AmountPaid: 6000, AmountDue: 0 },
    WORDS.replace("part paid", "paid")
      .replace("1500.50", "6000.00")
      .replace("4499.50 due by 2026-12-23", "0.00 due"),
  ],
  [
    "an invoice without a number by its id",
    { InvoiceNumber: "" },
    WORDS.replace("INV-0042", INVOICE_ID),
  ],
])("names %s", async (_, changes, words) => {
  const { script, context } = await start(...holding(), created);
  await note(context, undefined, changes);
  expect(script.requests[1]?.body).toMatchObject({
    properties: { hs_note_body: words },
  });
});

describe("once for each event", () => {
  it("a repeated run makes no call", async () => {
    const { script, context } = await start(...holding(), created);
    await note(context, "payment-1");
    await note(context, "payment-1");
    expect(script.calls).toHaveLength(2);
  });

  it("without its memory it finds the note among the deal's, and makes none", async () => {
    const { script, context } = await start(
      ...holding("<p>Called Priya.</p>", NOTE),
    );
    await note(forgetful(context), "payment-1");
    expect(script.calls).toEqual([NOTES_OF_DEAL, READ_NOTES]);
    expect(script.requests[1]?.body).toEqual({
      inputs: [{ id: "901" }, { id: "902" }],
      properties: ["hs_note_body"],
    });
  });

  it.each([
    ["HubSpot put its own markup around", `<div dir="auto">${NOTE}</div>`],
    ["somebody added to", `${NOTE}<p>I called them.</p>`],
    ["says other figures", NOTE.replace("1500.50", "10.00")],
  ])("a note that %s is known by its event", async (_, body) => {
    const { script, context } = await start(...holding(body));
    await note(context, "payment-1");
    expect(script.calls).not.toContain(CREATE_NOTE);
  });

  it.each([
    ["another payment", "payment-2"],
    ["a payment whose id is longer", "payment-11"],
    ["the payment's reversal", "payment-1:reversed"],
  ])("%s makes a note of its own", async (_, eventId) => {
    const { script, context } = await start(...holding(NOTE), created);
    await note(context, eventId);
    expect(script.requests[2]?.body).toMatchObject({
      properties: { hs_note_body: `${WORDS}<p>Xero event ${eventId}</p>` },
    });
  });

  it("a payment that comes behind its reversal is noted", async () => {
    const reversal = `${WORDS}<p>Xero event payment-1:reversed</p>`;
    const { script, context } = await start(...holding(reversal), created);
    await note(context, "payment-1");
    expect(script.calls.at(-1)).toBe(CREATE_NOTE);
  });

  it("an event that is no HTML is found again", async () => {
    const event = `7  <x> & "y's"`;
    const first = await start(...holding(), created);
    await note(first.context, event);
    const { properties } = first.script.requests[1]?.body as {
      properties: { hs_note_body: string };
    };
    expect(properties.hs_note_body).toBe(
      `${WORDS}<p>Xero event 7  &lt;x&gt; &amp; &quot;y&#39;s&quot;</p>`,
    );
    const second = await start(...holding(properties.hs_note_body));
    await note(second.context, event);
    expect(second.script.calls).toEqual([NOTES_OF_DEAL, READ_NOTES]);
  });

  it("the same event is noted on each deal that it is about", async () => {
    const { script, context } = await start(
      ...holding(),
      created,
      ...holding(),
      created,
    );
    await note(context, "payment-1");
    await noteOnDeal(context, "702", billing(), "payment-1");
    expect(script.requests[2]?.body).toEqual({ inputs: [{ id: "702" }] });
    expect(script.calls).toHaveLength(4);
  });
});

describe("without an event", () => {
  it("the same words are not said twice", async () => {
    const { script, context } = await start(...holding(), created);
    await note(context);
    await note(context);
    expect(script.requests[1]?.body).toMatchObject({
      properties: { hs_note_body: WORDS },
    });
    expect(script.calls).toHaveLength(2);
  });

  it("nor after the memory is lost", async () => {
    const { script, context } = await start(...holding(WORDS));
    await note(forgetful(context));
    expect(script.calls).toEqual([NOTES_OF_DEAL, READ_NOTES]);
  });

  it("other figures are", async () => {
    const { script, context } = await start(...holding(WORDS), created);
    await note(context, undefined, { AmountPaid: 2000, AmountDue: 4000 });
    expect(script.requests[2]?.body).toMatchObject({
      properties: {
        hs_note_body: WORDS.replace("1500.50", "2000.00").replace(
          "4499.50",
          "4000.00",
        ),
      },
    });
  });
});

describe("behind the update of a deal", () => {
  const PATCH = `PATCH hubspot /crm/objects/deals/${INVOICE_ID}`;
  const found: Reply = {
    call: `GET xero /Invoices/${INVOICE_ID}`,
    body: { Invoices: [partPaid] },
  };
  const patched: Reply = { call: PATCH, body: { id: "701" } };
  const input = {
    invoiceId: INVOICE_ID,
    addNote: true,
    eventId: "payment-1",
  };

  it("a note goes to the deal that HubSpot named", async () => {
    const { script, context } = await start(
      found,
      patched,
      ...holding(),
      created,
    );
    await updateDealBilling(context, input);
    expect(script.calls.slice(1)).toEqual([PATCH, NOTES_OF_DEAL, CREATE_NOTE]);
    expect(script.requests[3]?.body).toMatchObject({
      properties: { hs_note_body: NOTE },
      associations: [{ to: { id: "701" } }],
    });
  });

  it.each([{}, { addNote: false }, { addNote: "no" }])(
    "with %j there is none",
    async (asked) => {
      const { script, context } = await start(found, patched);
      await updateDealBilling(context, {
        invoiceId: INVOICE_ID,
        eventId: "payment-1",
        ...asked,
      });
      expect(script.calls).toHaveLength(2);
    },
  );

  it.each<[what: string, broken: Reply[], now: Reply[], attempts: number]>([
    [
      "before the deal's notes were read",
      [{ call: NOTES_OF_DEAL, status: 502 }],
      [...holding(), created],
      1,
    ],
    [
      "before the note was made",
      [...holding(), { call: CREATE_NOTE, status: 502 }],
      [...holding(), created],
      2,
    ],
    [
      "after the note was made",
      [...holding(), { call: CREATE_NOTE, status: 504 }],
      holding(NOTE),
      1,
    ],
  ])(
    "a run that broke %s is repeated, and the deal has one note",
    async (_, broken, now, attempts) => {
      const { script, context } = await start(
        found,
        patched,
        ...broken,
        found,
        patched,
        ...now,
      );
      await expect(updateDealBilling(context, input)).rejects.toMatchObject({
        kind: "server",
      });
      await updateDealBilling(context, input);
      const made = script.calls.filter((call) => call === CREATE_NOTE);
      expect(made).toHaveLength(attempts);
    },
  );
});
