import { ConnectorError } from "../error/connectorError";
import { quoteForWhere } from "../text/text";
import { sendOrFail, type HttpRequest, type Send } from "../transport/send";
import { readXeroError } from "./readError";
import type {
  XeroAccount,
  XeroBrandingTheme,
  XeroContact,
  XeroCurrency,
  XeroInvoice,
  XeroItem,
  XeroOrganisation,
  XeroTaxRate,
  XeroTrackingCategory,
} from "./wire";

const API = "/api.xro/2.0";

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
  ): Promise<T[]> {
    const path = `/${collection}`;
    const body = await call<Record<string, T[] | undefined>>(
      { method: "GET", path, query },
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
