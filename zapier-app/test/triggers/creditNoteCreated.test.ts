import {
  CHANGED,
  creditNote,
  creditNotes,
  invoices,
  LIST_CREDIT_NOTES,
  NOW,
  partPaid,
} from "../fixtures/changes";
import { vendors } from "../fixtures/vendors";
import { FIND_INVOICES, INVOICE_ID } from "../fixtures/xero";
import { newZap, stopClock, undeclared } from "../fixtures/zap";

const KEY = "credit_note_created";

beforeEach(() => stopClock(NOW));
afterEach(() => jest.useRealTimers());

it("the first poll asks for the credit notes of a week and for their invoices, and hands out the deals behind them", async () => {
  const wire = vendors(creditNotes(creditNote()), invoices(partPaid()));
  const events = await newZap().trigger(KEY);
  expect(wire.calls()).toEqual([LIST_CREDIT_NOTES, FIND_INVOICES]);
  expect(wire.headers(0)["if-modified-since"]).toBe("2026-11-15T11:30:00");
  expect(wire.query(0)).toEqual({
    order: "UpdatedDateUTC ASC",
    page: "1",
    pageSize: "1000",
    unitdp: "4",
  });
  expect(wire.query(1)).toEqual({ IDs: INVOICE_ID, page: "1", unitdp: "4" });
  expect(events).toEqual([
    {
      id: "note-1",
      credit_note_id: "note-1",
      credit_note_number: "CN-0007",
      status: "PAID",
      total: 600,
      remaining: 0,
      currency: "GBP",
      date: "2026-11-21",
      reference: "Late delivery",
      customer_name: "Harbour & Finch",
      contact_id: "contact-1",
      allocations: [
        {
          invoice_id: INVOICE_ID,
          invoice_number: "INV-0042",
          amount: 600,
          date: "2026-11-22",
          deal_id: "701",
        },
      ],
      line_items: [
        { description: "Design sprint", line_amount: 500, tax_amount: 100 },
      ],
      updated_at: CHANGED,
    },
  ]);
  expect(undeclared("triggers", KEY, events[0]!)).toEqual([]);
});

it("drafts, voided ones and suppliers' credit notes are none", async () => {
  const wire = vendors(
    creditNotes(
      creditNote({ CreditNoteID: "draft", Status: "DRAFT" }),
      creditNote({ CreditNoteID: "submitted", Status: "SUBMITTED" }),
      creditNote({ CreditNoteID: "voided", Status: "VOIDED" }),
      creditNote({ CreditNoteID: "bill", Type: "ACCPAYCREDIT" }),
    ),
  );
  expect(await newZap().trigger(KEY)).toEqual([]);
  expect(wire.calls()).toEqual([LIST_CREDIT_NOTES]);
});

it("one that is set against nothing yet needs no invoice, and is no new event once it is", async () => {
  const zap = newZap();
  const wire = vendors(
    creditNotes(
      creditNote({
        Status: "AUTHORISED",
        RemainingCredit: 600,
        Allocations: [],
      }),
    ),
  );
  const first = await zap.trigger(KEY);
  expect(wire.calls()).toEqual([LIST_CREDIT_NOTES]);
  expect(first).toMatchObject([
    { id: "note-1", status: "AUTHORISED", remaining: 600, allocations: [] },
  ]);
  const next = vendors(creditNotes(creditNote()));
  expect((await zap.trigger(KEY)).map(({ id }) => id)).toEqual(["note-1"]);
  expect(next.calls()).toEqual([LIST_CREDIT_NOTES]);
});

it("the editor's sample is the three newest credit notes, newest first", async () => {
  const note = (CreditNoteID: string) => creditNote({ CreditNoteID });
  const wire = vendors(
    creditNotes(note("c"), note("b"), note("a")),
    invoices(partPaid()),
  );
  const events = await newZap().trigger(KEY, {}, { isLoadingSample: true });
  expect(wire.query(0)).toEqual({
    order: "UpdatedDateUTC DESC",
    page: "1",
    pageSize: "3",
    where: 'Type=="ACCRECCREDIT" AND Status!="DRAFT"',
  });
  expect(wire.headers(0)).not.toHaveProperty("if-modified-since");
  expect(events.map(({ id }) => id)).toEqual(["c", "b", "a"]);
  expect(undeclared("triggers", KEY, events[0]!)).toEqual([]);
});
