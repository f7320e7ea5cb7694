import type { ConnectorError } from "../error/connectorError";
import { quoteForWhere } from "../text/text";
import { anyOf } from "./anyOf";
import type { XeroCalls } from "./call";
import { readXeroError } from "./readError";
import type { XeroContact, XeroInvoice } from "./wire";

/** Xero recommends no more documents than this in one call. */
export const MOST_DOCUMENTS = 50;

const LARGEST_PAGE = 1000;

/** Finding and creating many documents at once. */
export function batchCalls({ list, listPage, createEach }: XeroCalls) {
  return {
    createInvoices: (invoices: readonly XeroInvoice[], key: string) =>
      createEach("Invoices", invoices, "the invoices", key, { unitdp: 4 }),

    createContacts: (contacts: readonly XeroContact[], key: string) =>
      createEach("Contacts", contacts, "the contacts", key),

    /** The invoices that carry any of these references, whatever their type and status; about 40 references a call. */
    async invoicesByReferences(
      references: readonly string[],
    ): Promise<XeroInvoice[]> {
      const found: XeroInvoice[] = [];
      const clauses = references.map(
        (reference) => `Reference==${quoteForWhere(reference)}`,
      );
      for (const where of anyOf(clauses)) {
        const query = { where, page: 1, pageSize: LARGEST_PAGE, unitdp: 4 };
        found.push(
          ...(await list<XeroInvoice>("Invoices", query, "earlier invoices")),
        );
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

interface Element {
  StatusAttributeString?: string;
  HasErrors?: boolean;
  HasValidationErrors?: boolean;
  ValidationErrors?: readonly object[];
}

/** Why Xero did not create an element of a batch; undefined where it did. */
export function refusalOf(
  element: Element,
  record: string,
): ConnectorError | undefined {
  const isRefused =
    element.StatusAttributeString === "ERROR" ||
    element.HasErrors ||
    element.HasValidationErrors ||
    (element.ValidationErrors?.length ?? 0) > 0;
  return isRefused
    ? readXeroError({ status: 400, headers: {}, body: element }, record)
    : undefined;
}
