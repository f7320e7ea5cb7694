import type { CalendarDate, Instant } from "../date/calendarDate";
import { ConnectorError } from "../error/connectorError";
import { dateForWhere, quoteForWhere } from "../text/text";
import { sendOrFail, type HttpRequest, type Send } from "../transport/send";
import { readXeroError } from "./readError";
import type {
  XeroAccount,
  XeroBrandingTheme,
  XeroContact,
  XeroCreditNote,
  XeroCurrency,
  XeroInvoice,
  XeroItem,
  XeroOrganisation,
  XeroPayment,
  XeroTaxRate,
  XeroTrackingCategory,
} from "./wire";

const API = "/api.xro/2.0";

interface ChangesPage {
  since: Instant;
  page: number;
  pageSize: number;
}

export type XeroClient = ReturnType<typeof createXeroClient>;

/** Xero's calls that the connector makes, for one organisation, errors as ConnectorError. */
export function createXeroClient({
  send,
  tenantId,
}: {
  send: Send;
  tenantId: string;
}) {
  async function call<T>(
    request: Omit<HttpRequest, "vendor">,
    record: string,
    accept: readonly number[] = [200],
  ): Promise<T> {
    const response = await sendOrFail(
      send,
      {
        vendor: "xero",
        ...request,
        path: `${API}${request.path}`,
        headers: { "Xero-Tenant-Id": tenantId, ...request.headers },
      },
      "Xero",
    );
    if (!accept.includes(response.status))
      throw readXeroError(response, record);
    if (
      response.status !== 204 &&
      (typeof response.body !== "object" || response.body === null)
    ) {
      throw new ConnectorError(
        "server",
        `Xero's answer about ${record} could not be read. Run this step again: nothing is made twice.`,
        { vendor: "xero", status: response.status },
      );
    }
    return response.body as T;
  }

  async function list<T>(
    collection: string,
    query: HttpRequest["query"] = {},
    record = collection,
    headers?: Record<string, string>,
  ): Promise<T[]> {
    const path = `/${collection}`;
    const body = await call<Record<string, T[] | undefined>>(
      { method: "GET", path, query, headers },
      record,
    );
    const records = body[collection];
    if (records) return records;
    throw new ConnectorError(
      "server",
      `Xero's answer about ${record} holds no list. Run this step again: nothing is made twice.`,
      { vendor: "xero" },
    );
  }

  /** Creates one document; the key makes Xero answer a repeat within 6 minutes from its cache. */
  async function create<T extends object>(
    collection: string,
    idKey: keyof T,
    document: T,
    record: string,
    idempotencyKey: string,
    query: HttpRequest["query"],
  ): Promise<T> {
    const body = await call<Record<string, T[] | undefined>>(
      {
        method: "PUT",
        path: `/${collection}`,
        query,
        headers: { "Idempotency-Key": idempotencyKey },
        body: { [collection]: [document] },
      },
      record,
    );
    const created = body[collection]?.[0];
    if (created?.[idKey]) return created;
    throw new ConnectorError(
      "server",
      `Xero did not say what became of ${record}. Run this step again: nothing is made twice.`,
      { vendor: "xero" },
    );
  }

  /** A page of what changed since an instant, in the order of the changes. */
  const changed = <T>(
    collection: string,
    { since, page, pageSize }: ChangesPage,
    query: HttpRequest["query"] = {},
  ) =>
    list<T>(
      collection,
      { order: "UpdatedDateUTC ASC", page, pageSize, ...query },
      collection,
      { "If-Modified-Since": since.slice(0, 19) },
    );

  /** What changed last, newest first. */
  const newest = <T>(
    collection: string,
    limit: number,
    query: HttpRequest["query"] = {},
  ) =>
    list<T>(collection, {
      order: "UpdatedDateUTC DESC",
      page: 1,
      pageSize: limit,
      ...query,
    });

  return {
    send,
    tenantId,

    async organisation(): Promise<XeroOrganisation> {
      const body = await call<{ Organisations?: XeroOrganisation[] }>(
        { method: "GET", path: "/Organisation" },
        "the organisation",
      );
      return body.Organisations?.[0] ?? {};
    },
    accounts: () => list<XeroAccount>("Accounts"),
    taxRates: () => list<XeroTaxRate>("TaxRates"),
    currencies: () => list<XeroCurrency>("Currencies"),
    items: () => list<XeroItem>("Items", { unitdp: 4 }),
    brandingThemes: () => list<XeroBrandingTheme>("BrandingThemes"),
    trackingCategories: () => list<XeroTrackingCategory>("TrackingCategories"),

    /**
     * Contacts by filter, archived ones included: an archived hit must be seen, not created again.
     * Phones and addresses only come with `whole`.
     */
    findContacts: (
      where: string,
      { whole }: { whole: boolean },
      record: string,
    ) =>
      list<XeroContact>(
        "Contacts",
        { where, includeArchived: true, page: 1, summaryOnly: !whole },
        record,
      ),

    async getContact(contactId: string, record: string): Promise<XeroContact> {
      const path = `/Contacts/${encodeURIComponent(contactId)}`;
      const body = await call<{ Contacts?: XeroContact[] }>(
        { method: "GET", path },
        record,
      );
      return body.Contacts?.[0] ?? {};
    },

    createContact: (contact: XeroContact, record: string, key: string) =>
      create<XeroContact>("Contacts", "ContactID", contact, record, key, {
        summarizeErrors: true,
      }),

    /** Changes the given fields of a contact; fields left out stay. Without a key: an edit repeated on purpose must not be answered from Xero's cache. */
    async updateContact(
      contactId: string,
      contact: XeroContact,
      record: string,
    ): Promise<XeroContact> {
      const path = `/Contacts/${encodeURIComponent(contactId)}`;
      const body = await call<{ Contacts?: XeroContact[] }>(
        { method: "POST", path, body: { Contacts: [contact] } },
        record,
      );
      return body.Contacts?.[0] ?? {};
    },

    createInvoice: (invoice: XeroInvoice, record: string, key: string) =>
      create<XeroInvoice>("Invoices", "InvoiceID", invoice, record, key, {
        summarizeErrors: true,
        unitdp: 4,
      }),

    /** The sales invoice that carries exactly this reference and is neither voided nor deleted; of a contact, where one is given. */
    async findInvoiceByReference(
      reference: string,
      record: string,
      contactId?: string,
    ): Promise<XeroInvoice | undefined> {
      const ofContact = contactId
        ? ` AND Contact.ContactID==Guid("${contactId}")`
        : "";
      const where = `Type=="ACCREC" AND Reference==${quoteForWhere(reference)}${ofContact}`;
      const query = { where, page: 1, unitdp: 4 };
      const found = await list<XeroInvoice>("Invoices", query, record);
      return found.find(
        ({ Type, Reference, Status, Contact }) =>
          Type === "ACCREC" &&
          Reference === reference &&
          Status !== "VOIDED" &&
          Status !== "DELETED" &&
          (!contactId || Contact?.ContactID === contactId),
      );
    },

    /** Invoices as they stand now; 50 ids fit into one address. */
    invoices: (ids: readonly string[]) =>
      list<XeroInvoice>("Invoices", { IDs: ids.join(","), page: 1, unitdp: 4 }),

    /** One invoice, by its id or its number. */
    async getInvoice(idOrNumber: string): Promise<XeroInvoice> {
      const path = `/Invoices/${encodeURIComponent(idOrNumber)}`;
      const record = `invoice ${idOrNumber}`;
      const body = await call<{ Invoices?: XeroInvoice[] }>(
        { method: "GET", path, query: { unitdp: 4 } },
        record,
      );
      return body.Invoices?.[0] ?? {};
    },

    /** The invoice of an id or a number; undefined where there is none. */
    async findInvoiceById(
      idOrNumber: string,
    ): Promise<XeroInvoice | undefined> {
      try {
        return await this.getInvoice(idOrNumber);
      } catch (error) {
        if (error instanceof ConnectorError && error.kind === "notFound")
          return undefined;
        throw error;
      }
    },

    /** A page of the payments that changed since an instant, deleted ones included, in the order of the changes. */
    changedPayments: (page: ChangesPage) =>
      changed<XeroPayment>("Payments", page),
    changedCreditNotes: (page: ChangesPage) =>
      changed<XeroCreditNote>("CreditNotes", page, { unitdp: 4 }),
    /** A page of the sales invoices that changed since an instant. */
    changedInvoices: (page: ChangesPage) =>
      changed<XeroInvoice>("Invoices", page, {
        where: 'Type=="ACCREC"',
        unitdp: 4,
      }),

    newestPayments: (limit: number) => newest<XeroPayment>("Payments", limit),
    newestCreditNotes: (limit: number) =>
      newest<XeroCreditNote>("CreditNotes", limit),
    newestInvoices: (limit: number) =>
      newest<XeroInvoice>("Invoices", limit, { where: 'Type=="ACCREC"' }),

    /** Approved sales invoices with something to pay whose due date lies in `[from, until)`. */
    overdueInvoices: (from: CalendarDate, until: CalendarDate) =>
      list<XeroInvoice>("Invoices", {
        where: `Type=="ACCREC" AND Status=="AUTHORISED" AND DueDate>=${dateForWhere(from)} AND DueDate<${dateForWhere(until)}`,
        page: 1,
        pageSize: 1000,
        unitdp: 4,
      }),

    /** A contact's credit notes with exactly this reference, neither voided nor deleted. */
    async findCreditNotes(
      reference: string,
      contactId: string,
    ): Promise<XeroCreditNote[]> {
      const where = `Reference==${quoteForWhere(reference)} AND Contact.ContactID==Guid("${contactId}")`;
      const found = await list<XeroCreditNote>("CreditNotes", {
        where,
        page: 1,
        unitdp: 4,
      });
      return found.filter(
        ({ Type, Reference, Status }) =>
          Type === "ACCRECCREDIT" &&
          Reference === reference &&
          Status !== "VOIDED" &&
          Status !== "DELETED",
      );
    },

    createCreditNote: (document: XeroCreditNote, record: string, key: string) =>
      create<XeroCreditNote>(
        "CreditNotes",
        "CreditNoteID",
        document,
        record,
        key,
        { summarizeErrors: true, unitdp: 4 },
      ),

    /** Sets a part of a credit note against an invoice. Repeated, Xero refuses what exceeds the amounts left. */
    async allocateCreditNote(
      creditNoteId: string,
      allocation: { Invoice: object; Amount: number; Date: CalendarDate },
      record: string,
    ): Promise<void> {
      await call(
        {
          method: "PUT",
          path: `/CreditNotes/${creditNoteId}/Allocations`,
          body: { Allocations: [allocation] },
        },
        record,
      );
    },

    /** Sends the invoice by e-mail to the contact's addresses, as Xero's own button does. */
    async emailInvoice(invoiceId: string, record: string): Promise<void> {
      await call(
        { method: "POST", path: `/Invoices/${invoiceId}/Email`, body: {} },
        record,
        [204],
      );
    },
  };
}
