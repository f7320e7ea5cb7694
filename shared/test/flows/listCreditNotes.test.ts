import {
  listCreditNotes,
  sampleCreditNotes,
} from "../../src/flows/listCreditNotes";
import type { XeroCreditNote } from "../../src/xero/wire";
import { INVOICE_ID, xeroInvoice } from "../builders";
import { creditNoteWire } from "../creditNote/creditNoteWire";
import { scriptedSend } from "../scriptedSend";
import { warmContext } from "./warmContext";

const reply = (...CreditNotes: XeroCreditNote[]) => ({
  call: "GET xero /CreditNotes",
  body: { CreditNotes },
});
const invoicesReply = {
  call: "GET xero /Invoices",
  body: { Invoices: [xeroInvoice()] },
};

it("an approved credit note comes with its invoices and their deals", async () => {
  const script = scriptedSend(reply(creditNoteWire()), invoicesReply);
  expect(await listCreditNotes(await warmContext(script))).toMatchObject([
    {
      id: "note-1",
      creditNoteNumber: "CN-0007",
      total: 120,
      remaining: 20,
      allocations: [
        {
          invoiceId: INVOICE_ID,
          invoiceNumber: "INV-0042",
          amount: 100,
          date: "2026-11-23",
          dealId: "701",
        },
      ],
      lineItems: [{ lineAmount: 100, taxAmount: 20 }],
    },
  ]);
  expect(script.requests[0]).toMatchObject({
    query: { order: "UpdatedDateUTC ASC", page: 1, pageSize: 1000, unitdp: 4 },
    headers: { "If-Modified-Since": "2026-11-15T11:30:00" },
  });
  expect(script.requests[1]?.query).toMatchObject({ IDs: INVOICE_ID });
});

it.each(["DRAFT", "SUBMITTED", "VOIDED", "DELETED"])(
  "leaves out a credit note that is %s",
  async (Status) => {
    const script = scriptedSend(reply(creditNoteWire({ Status })));
    expect(await listCreditNotes(await warmContext(script))).toEqual([]);
  },
);

it("leaves out suppliers' credit notes", async () => {
  const script = scriptedSend(reply(creditNoteWire({ Type: "ACCPAYCREDIT" })));
  expect(await listCreditNotes(await warmContext(script))).toEqual([]);
});

it("one set against nothing takes one call, also when it is used up", async () => {
  const note = creditNoteWire({ Status: "PAID", Allocations: [] });
  const script = scriptedSend(reply(note));
  expect(await listCreditNotes(await warmContext(script))).toMatchObject([
    { id: "note-1", status: "PAID", allocations: [] },
  ]);
});

it("fires when a draft is approved, and its later allocation is no new event", async () => {
  const script = scriptedSend(
    reply(creditNoteWire({ Status: "DRAFT", Allocations: [] })),
    reply(creditNoteWire({ Allocations: [] })),
    reply(creditNoteWire()),
  );
  const context = await warmContext(script);
  const polls = [];
  for (let poll = 0; poll < 3; poll += 1)
    polls.push((await listCreditNotes(context)).map(({ id }) => id));
  expect(polls).toEqual([[], ["note-1"], ["note-1"]]);
});

it("a sample takes the newest of all time, newest first", async () => {
  const bare = { Allocations: [] };
  const script = scriptedSend(
    reply(
      creditNoteWire({ ...bare, CreditNoteID: "note-2" }),
      creditNoteWire(bare),
    ),
  );
  const notes = await sampleCreditNotes(await warmContext(script), 3);
  expect(notes.map(({ id }) => id)).toEqual(["note-2", "note-1"]);
  expect(script.requests[0]?.query).toEqual({
    order: "UpdatedDateUTC DESC",
    page: 1,
    pageSize: 3,
    where: 'Type=="ACCRECCREDIT" AND Status!="DRAFT"',
  });
});
