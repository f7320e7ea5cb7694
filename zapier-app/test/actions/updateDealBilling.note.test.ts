import { NOW, partPaid } from "../fixtures/changes";
import {
  accountReply,
  associations,
  CREATE_NOTE,
  READ_NOTES,
} from "../fixtures/hubspot";
import { hubspotMissingScope } from "../fixtures/refusals";
import { vendors, type Reply } from "../fixtures/vendors";
import { INVOICE_ID, INVOICE_URL } from "../fixtures/xero";
import { failure, newZap, stopClock } from "../fixtures/zap";

const KEY = "update_deal_billing";
const INPUT = { invoice_id: INVOICE_ID, add_note: true, event_id: "payment-1" };
const PATCH = `PATCH hubspot /crm/objects/deals/${INVOICE_ID}`;
const NOTES_OF_DEAL = associations("notes");

const found: Reply = {
  call: `GET xero /Invoices/${INVOICE_ID}`,
  body: { Invoices: [partPaid()] },
};
const patched: Reply = { call: PATCH, body: { id: "701", properties: {} } };
const without: Reply = {
  call: NOTES_OF_DEAL,
  status: 207,
  body: {
    status: "COMPLETE",
    results: [],
    numErrors: 1,
    errors: [{ category: "OBJECT_NOT_FOUND" }],
  },
};
const created: Reply = { call: CREATE_NOTE, status: 201, body: { id: "901" } };
const NOTE = `<p><a href="${INVOICE_URL}">Xero invoice INV-0042</a> is part paid: 2400.00 of 5622.89 GBP paid, 0.00 credited, 3222.89 due by 2026-12-14.</p><p>Xero event payment-1</p>`;

beforeEach(() => stopClock(NOW));
afterEach(() => jest.useRealTimers());

it("a note goes onto the deal's timeline behind the figures, and a repeated run makes none", async () => {
  const zap = newZap();
  const wire = vendors(accountReply, found, patched, without, created);
  await zap.create(KEY, INPUT);
  expect(wire.calls().slice(2)).toEqual([PATCH, NOTES_OF_DEAL, CREATE_NOTE]);
  expect(wire.body(4)).toEqual({
    properties: { hs_timestamp: NOW, hs_note_body: NOTE },
    associations: [
      {
        to: { id: "701" },
        types: [
          { associationCategory: "HUBSPOT_DEFINED", associationTypeId: 214 },
        ],
      },
    ],
  });
  const again = vendors(found, patched);
  await zap.create(KEY, INPUT);
  expect(again.calls()).toHaveLength(2);
});

it("another Zap finds the note among the deal's", async () => {
  const to = [{ toObjectId: "901", associationTypes: [{ typeId: 213 }] }];
  const wire = vendors(
    accountReply,
    found,
    patched,
    {
      call: NOTES_OF_DEAL,
      body: { results: [{ from: { id: "701" }, to }] },
    },
    {
      call: READ_NOTES,
      body: { results: [{ id: "901", properties: { hs_note_body: NOTE } }] },
    },
  );
  await newZap().create(KEY, INPUT);
  expect(wire.calls().slice(3)).toEqual([NOTES_OF_DEAL, READ_NOTES]);
});

it("a key that may not write notes halts the step behind the figures, naming the scope", async () => {
  const scope = "crm.objects.contacts.write";
  const wire = vendors(
    accountReply,
    found,
    patched,
    without,
    hubspotMissingScope(CREATE_NOTE, scope),
  );
  expect(await failure(newZap().create(KEY, INPUT))).toMatchObject({
    name: "HaltedError",
    message: `HubSpot refused access to the note on deal 701: the connection lacks the scope ${scope}. Add it to the service key in HubSpot, or reconnect and allow it, then run this step again.`,
  });
  expect(wire.calls()[2]).toBe(PATCH);
});
