import { liveNotes, noteFilter } from "../creditNote/byReference";
import type { CalendarDate } from "../date/calendarDate";
import { ConnectorError, isNotFound } from "../error/connectorError";
import {
  liveInvoice,
  referenceFilter,
  referencePartFilter,
} from "../invoice/byReference";
import { isOpenInvoice, openInvoicesQuery } from "../invoice/openInvoices";
import { dateForWhere, quoteForWhere } from "../text/text";
import type { ChangesPage, XeroCalls } from "./call";
import { OPEN_SALES_INVOICES, paidSalesInvoices } from "./salesInvoiceLists";
import type {
  XeroCreditNote,
  XeroInvoice,
  XeroOverpayment,
  XeroPayment,
  XeroPrepayment,
} from "./wire";

const LARGEST_PAGE = 1000;
const { where: openWhere, ...open } = OPEN_SALES_INVOICES;
/** The first of them counts; Xero keeps none as approved of which nothing is due. */
const OLDEST_OPEN = 10;

interface PageOptions {
  mostPages?: number;
  order?: string;
  Statuses?: string;
  summaryOnly?: true;
}

/** Invoices, credit notes and payments. */
export function documentCalls({
  call,
  list,
  create,
  changed,
  newest,
}: XeroCalls) {
  /** One invoice, by its id or its number. */
  async function getInvoice(idOrNumber: string): Promise<XeroInvoice> {
    const path = `/Invoices/${encodeURIComponent(idOrNumber)}`;
    const record = `invoice ${idOrNumber}`;
    const body = await call<{ Invoices?: XeroInvoice[] }>(
      { method: "GET", path, query: { unitdp: 4 } },
      record,
    );
    const invoice = body.Invoices?.[0];
    if (invoice?.InvoiceID) return invoice;
    throw new ConnectorError(
      "server",
      `Xero's answer about ${record} names no invoice. Run this step again.`,
      { vendor: "xero" },
    );
  }

  /** The invoices of a filter, page by page until one is not full. */
  async function allPages(
    where: string,
    { mostPages = Infinity, ...more }: PageOptions = {},
  ): Promise<XeroInvoice[]> {
    const found: XeroInvoice[] = [];
    for (
      let page = 1;
      page <= mostPages && found.length === (page - 1) * LARGEST_PAGE;
      page += 1
    ) {
      const query = { where, page, pageSize: LARGEST_PAGE, unitdp: 4, ...more };
      found.push(...(await list<XeroInvoice>("Invoices", query)));
    }
    return found;
  }

  async function salesInvoiceOfNumber(
    number: string,
  ): Promise<XeroInvoice | undefined> {
    const where = `Type=="ACCREC" AND InvoiceNumber==${quoteForWhere(number)}`;
    const query = { where, page: 1, unitdp: 4 };
    const found = await list<XeroInvoice>("Invoices", query);
    // A number is free again once its draft was deleted.
    return found.find(({ Status }) => Status !== "DELETED");
  }

  return {
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
      const where = referenceFilter(reference, contactId);
      const query = { where, page: 1, unitdp: 4 };
      const found = await list<XeroInvoice>("Invoices", query, record);
      return liveInvoice(found, reference, contactId);
    },

    /** Invoices as they stand now; 50 ids fit into one address. */
    invoices: (ids: readonly string[]) =>
      list<XeroInvoice>("Invoices", { IDs: ids.join(","), page: 1, unitdp: 4 }),

    /**
     * The sales invoice of an id or a number; undefined where there is none. A supplier's bill may have the same number:
     * then one more request asks for the sales invoice.
     */
    async findInvoiceById(
      idOrNumber: string,
    ): Promise<XeroInvoice | undefined> {
      try {
        const invoice = await getInvoice(idOrNumber);
        if (invoice.Type === "ACCREC") return invoice;
        if (invoice.InvoiceID === idOrNumber) return undefined;
        return await salesInvoiceOfNumber(idOrNumber);
      } catch (error) {
        if (isNotFound(error)) return undefined;
        throw error;
      }
    },

    /** A page of the payments that changed since an instant, deleted ones included, in the order of the changes. */
    changedPayments: (page: ChangesPage) =>
      changed<XeroPayment>("Payments", page),
    changedOverpayments: (page: ChangesPage) =>
      changed<XeroOverpayment>("Overpayments", page),
    changedPrepayments: (page: ChangesPage) =>
      changed<XeroPrepayment>("Prepayments", page),
    changedCreditNotes: (page: ChangesPage) =>
      changed<XeroCreditNote>("CreditNotes", page, { unitdp: 4 }),
    /** A page of the sales invoices that changed since an instant. */
    changedInvoices: (page: ChangesPage) =>
      changed<XeroInvoice>("Invoices", page, {
        where: 'Type=="ACCREC"',
        unitdp: 4,
      }),

    newestPayments: (limit: number) =>
      newest<XeroPayment>("Payments", limit, {
        where: 'PaymentType=="ACCRECPAYMENT"',
      }),
    newestOverpayments: (limit: number) =>
      newest<XeroOverpayment>("Overpayments", limit),
    newestPrepayments: (limit: number) =>
      newest<XeroPrepayment>("Prepayments", limit),
    newestCreditNotes: (limit: number) =>
      newest<XeroCreditNote>("CreditNotes", limit, {
        where: 'Type=="ACCRECCREDIT" AND Status!="DRAFT"',
      }),
    newestInvoices: (limit: number) =>
      newest<XeroInvoice>("Invoices", limit, { where: 'Type=="ACCREC"' }),

    /** Approved sales invoices with something to pay whose due date lies in `[from, until)`. */
    overdueInvoices: (from: CalendarDate, until: CalendarDate) =>
      allPages(
        `Type=="ACCREC" AND Status=="AUTHORISED" AND DueDate>=${dateForWhere(from)} AND DueDate<${dateForWhere(until)}`,
      ),

    /** Every sales invoice that has the text somewhere in its reference. */
    invoicesByReferencePart: (part: string) =>
      allPages(referencePartFilter(part)),

    /** The oldest approved sales invoices of a contact, of which something is due. */
    async openInvoicesOf(contactId: string): Promise<XeroInvoice[]> {
      const found = await list<XeroInvoice>("Invoices", {
        ...openInvoicesQuery(contactId),
        page: 1,
        pageSize: OLDEST_OPEN,
        unitdp: 4,
      });
      return found.filter((invoice) => isOpenInvoice(invoice, contactId));
    },

    /** Sales invoices of which something is still to be paid, drafts included; without their lines. */
    openSalesInvoices: () => allPages(openWhere, open),

    /** The newest five thousand paid sales invoices dated on this day or later; without their lines. */
    paidSalesInvoices: (since: CalendarDate) => {
      const { where, ...paid } = paidSalesInvoices(since);
      return allPages(where, { ...paid, mostPages: 5 });
    },

    /** A contact's credit notes with exactly this reference, neither voided nor deleted. */
    async findCreditNotes(
      reference: string,
      contactId: string,
    ): Promise<XeroCreditNote[]> {
      const found = await list<XeroCreditNote>("CreditNotes", {
        where: noteFilter(reference, contactId),
        page: 1,
        unitdp: 4,
      });
      return liveNotes(found, reference);
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
