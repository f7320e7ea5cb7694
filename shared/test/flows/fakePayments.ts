import type { Context } from "../../src/flows/context";
import { createMemoryCache } from "../../src/transport/cache";
import type { HttpRequest, Send } from "../../src/transport/send";
import { createXeroClient } from "../../src/xero/client";
import type { XeroPayment } from "../../src/xero/wire";
import { xeroInvoice } from "../builders";

interface Stored {
  wire: XeroPayment;
  updated: number;
}

export const START = Date.parse("2026-11-23T10:00:00.000Z");
export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;

/** Xero's payments: a list that honours If-Modified-Since by the second, in the order of change, page by page. */
export class FakePayments {
  now = START;
  /** Whether a change at the very second of If-Modified-Since is listed; Xero does not say. */
  inclusive = true;
  /** What happens in Xero after a page was read; told how many pages that makes. */
  afterPage: (pages: number) => void = () => {};
  readonly pages: HttpRequest[] = [];
  /** The ids of each request for invoices. */
  readonly invoiceReads: string[][] = [];
  readonly #stored = new Map<string, Stored>();
  readonly #cache = createMemoryCache(() => this.now);

  /** The context of a poll at the present moment. */
  context(): Pick<Context, "xero" | "cache" | "now"> {
    const now = new Date(this.now).toISOString();
    const xero = createXeroClient({ send: this.#send, tenantId: "tenant-1" });
    return { xero, cache: this.#cache, now };
  }

  get ids(): string[] {
    return [...this.#stored.keys()];
  }

  /** The event that must have fired once the payment is as it is now. */
  get lastEvents(): string[] {
    return [...this.#stored.values()].map(({ wire }) =>
      wire.Status === "DELETED"
        ? `${wire.PaymentID}:reversed`
        : `${wire.PaymentID}`,
    );
  }

  add(count: number, changes: XeroPayment = {}): void {
    for (let left = count; left > 0; left -= 1) {
      const number = this.#stored.size;
      this.#put({
        PaymentID: `payment-${String(number).padStart(5, "0")}`,
        PaymentType: "ACCRECPAYMENT",
        Status: "AUTHORISED",
        Amount: 10,
        Invoice: { InvoiceID: `invoice-${number % 3}` },
        ...changes,
      });
    }
  }

  reverse(id: string): void {
    this.change(id, { Status: "DELETED" });
  }

  change(id: string, changes: XeroPayment): void {
    this.#put({ ...this.#stored.get(id)?.wire, ...changes });
  }

  #put(wire: XeroPayment): void {
    const updated = this.now;
    const UpdatedDateUTC = `/Date(${updated}+0000)/`;
    const id = wire.PaymentID ?? "";
    this.#stored.set(id, { wire: { ...wire, UpdatedDateUTC }, updated });
  }

  readonly #send: Send = async (request) => {
    if (request.path.endsWith("/Invoices")) {
      const ids = String(request.query?.["IDs"]).split(",");
      this.invoiceReads.push(ids);
      const body = {
        Invoices: ids.map((id) => xeroInvoice({ InvoiceID: id })),
      };
      return { status: 200, headers: {}, body };
    }
    const body = { Payments: this.#page(request) };
    this.pages.push(request);
    this.afterPage(this.pages.length);
    return { status: 200, headers: {}, body };
  };

  #page({ query, headers }: HttpRequest): XeroPayment[] {
    expect(query).toMatchObject({ order: "UpdatedDateUTC ASC" });
    const header = headers?.["If-Modified-Since"] ?? "";
    expect(header).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/);
    const since = Date.parse(`${header}Z`);
    const size = Number(query?.["pageSize"]);
    const end = Number(query?.["page"]) * size;
    return [...this.#stored.values()]
      .filter(({ updated }) =>
        this.inclusive ? updated >= since : updated >= since + SECOND,
      )
      .sort(
        (a, b) =>
          a.updated - b.updated ||
          String(a.wire.PaymentID).localeCompare(String(b.wire.PaymentID)),
      )
      .slice(end - size, end)
      .map(({ wire }) => wire);
  }
}
