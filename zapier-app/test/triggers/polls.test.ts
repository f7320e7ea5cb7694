import {
  creditNote,
  creditNotes,
  invoices,
  LIST_CREDIT_NOTES,
  LIST_PAYMENTS,
  NOW,
  partPaid,
  payment,
  payments,
  xeroDate,
} from "../fixtures/changes";
import { accountReply } from "../fixtures/hubspot";
import { xeroLimit, xeroUnauthorized } from "../fixtures/refusals";
import { vendors, type Reply } from "../fixtures/vendors";
import { FIND_INVOICES } from "../fixtures/xero";
import { failure, newZap, stopClock } from "../fixtures/zap";

/** What the triggers on Xero have in common. */

const UTC = (index: number) =>
  xeroDate(new Date(Date.parse("2026-11-20") + index * 60_000).toISOString());

interface Poll {
  key: string;
  call: string;
  pageSize: number;
  /** Asked once a day. */
  before: Reply[];
  after: Reply[];
  empty: Reply;
  page: (indexes: number[]) => Reply;
}

const POLLS: Poll[] = [
  {
    key: "payment_received",
    call: LIST_PAYMENTS,
    pageSize: 1000,
    before: [],
    after: [],
    empty: payments(),
    page: (indexes) =>
      payments(
        ...indexes.map((index) =>
          payment({
            PaymentID: `${index}`,
            PaymentType: "ACCPAYPAYMENT",
            UpdatedDateUTC: UTC(index),
          }),
        ),
      ),
  },
  {
    key: "credit_note_created",
    call: LIST_CREDIT_NOTES,
    pageSize: 1000,
    before: [],
    after: [],
    empty: creditNotes(),
    page: (indexes) =>
      creditNotes(
        ...indexes.map((index) =>
          creditNote({
            CreditNoteID: `${index}`,
            Allocations: [],
            UpdatedDateUTC: UTC(index),
          }),
        ),
      ),
  },
  {
    key: "invoice_updated",
    call: FIND_INVOICES,
    pageSize: 1000,
    before: [accountReply],
    after: [invoices()],
    empty: invoices(),
    page: (indexes) =>
      invoices(
        ...indexes.map((index) =>
          partPaid({ InvoiceID: `${index}`, UpdatedDateUTC: UTC(index) }),
        ),
      ),
  },
];

beforeEach(() => stopClock(NOW));
afterEach(() => jest.useRealTimers());

describe.each(POLLS)(
  "$key",
  ({ key, call, pageSize, before, after, empty, page }) => {
    it("takes one call when nothing happened since the last poll", async () => {
      const zap = newZap();
      vendors(...before, empty, ...after);
      expect(await zap.trigger(key)).toEqual([]);
      jest.setSystemTime(new Date("2026-11-22T11:45:30.987Z"));
      const wire = vendors(empty);
      expect(await zap.trigger(key)).toEqual([]);
      expect(wire.calls()).toEqual([call]);
      expect(wire.headers(0)["if-modified-since"]).toBe("2026-11-22T10:40:00");
    });

    it("goes on behind a full page from the instant of its last change", async () => {
      const all = Array.from({ length: pageSize }, (_, index) => index);
      const rest = [pageSize - 1, pageSize];
      const wire = vendors(...before, page(all), page(rest), ...after);
      const events = await newZap().trigger(key);
      const [first, second] = wire.sent.slice(before.length);
      expect(first?.headers["if-modified-since"]).toBe("2026-11-15T11:30:00");
      const last = Date.parse("2026-11-20") + (pageSize - 1) * 60_000 - 1000;
      expect(second?.headers["if-modified-since"]).toBe(
        new Date(last).toISOString().slice(0, 19),
      );
      expect(second?.query).toEqual({ ...first?.query, page: "1" });
      const ids = events.map(({ id }) => id);
      expect(ids).toEqual([...new Set(ids)]);
      expect(ids).toHaveLength(key === "payment_received" ? 0 : pageSize + 1);
    });

    it("goes by the organisation that the step names", async () => {
      const wire = vendors(...before, empty, ...after);
      await newZap().trigger(key, { organisation_id: "other" });
      const { headers } = wire.sent[before.length]!;
      expect(headers["xero-tenant-id"]).toBe("other");
    });

    it("asks for the same instant again after a poll that failed", async () => {
      const zap = newZap();
      vendors(...before, { call, status: 500, body: "" });
      await failure(zap.trigger(key));
      jest.setSystemTime(new Date("2026-11-22T12:30:00.000Z"));
      const wire = vendors(empty, ...after);
      await zap.trigger(key);
      // a week, as though there had been no poll
      expect(wire.headers(0)["if-modified-since"]).toBe("2026-11-15T12:30:00");
    });

    it.each([
      [
        "a token that is refused is refreshed",
        xeroUnauthorized(call),
        "RefreshAuthError",
      ],
      [
        "Xero's minute is waited for",
        xeroLimit(call, "minute", "17"),
        "ThrottledError",
      ],
      ["Xero's day is an error", xeroLimit(call, "day", "7300"), "AppError"],
      [
        "Xero's failure is an error and no empty poll",
        { call, status: 500, body: "" },
        "AppError",
      ],
      [
        "an answer without the list is an error and no empty poll",
        { call, body: {} },
        "AppError",
      ],
    ])("%s", async (_, reply, name) => {
      vendors(...before, reply);
      expect(await failure(newZap().trigger(key))).toMatchObject({ name });
    });
  },
);
