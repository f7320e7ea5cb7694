import { quoteForWhere } from "../text/text";
import { anyOf } from "./anyOf";
import type { XeroCalls } from "./call";
import { isInefficient } from "./readError";
import type { XeroContact, XeroInvoice } from "./wire";

/** Xero recommends no more documents than this in one call. */
export const MOST_DOCUMENTS = 50;

const LARGEST_PAGE = 1000;

/** Finding and creating many documents at once. */
export function batchCalls({ list, listPage, createEach }: XeroCalls) {
  const invoicesWhere = (where: string) =>
    list<XeroInvoice>(
      "Invoices",
      { where, page: 1, pageSize: LARGEST_PAGE, unitdp: 4 },
      "earlier invoices",
    );

  return {
    createInvoices: (invoices: readonly XeroInvoice[], key: string) =>
      createEach("Invoices", invoices, "the invoices", key, { unitdp: 4 }),

    createContacts: (contacts: readonly XeroContact[], key: string) =>
      createEach("Contacts", contacts, "the contacts", key),

    /**
     * The invoices that carry any of these references, whatever their type and status; about 40 references a call.
     * An organisation of over 100,000 invoices takes a reference at a time only: several joined by OR are no efficient
     * filter to Xero.
     */
    async invoicesByReferences(
      references: readonly string[],
    ): Promise<XeroInvoice[]> {
      const found: XeroInvoice[] = [];
      const clauses = references.map(
        (reference) => `Reference==${quoteForWhere(reference)}`,
      );
      const filters = anyOf(clauses);
      try {
        for (const where of filters)
          found.push(...(await invoicesWhere(where)));
      } catch (error) {
        if (!isInefficient(error) || filters.length === clauses.length)
          throw error;
        found.length = 0;
        for (const where of clauses)
          found.push(...(await invoicesWhere(where)));
      }
      return found;
    },

    /**
     * A page of up to 1000 contacts without phones and addresses, archived ones included, by name: an order that
     * edits between two pages hardly change.
     */
    contactsPage: (page: number, where?: string) =>
      listPage<XeroContact>("Contacts", {
        where,
        order: "Name ASC",
        includeArchived: true,
        page,
        pageSize: LARGEST_PAGE,
        summaryOnly: true,
      }),
  };
}
