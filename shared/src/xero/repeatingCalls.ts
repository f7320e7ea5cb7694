import { isNotFound } from "../error/connectorError";
import { referencePartFilter } from "../invoice/byReference";
import type { XeroCalls } from "./call";
import { REPEATING_SALES_INVOICES } from "./salesInvoiceLists";
import type { XeroRepeatingInvoice } from "./wire";

/** Repeating invoices: made, read and ended; the API does not change them. */
export function repeatingCalls({ call, list, create }: XeroCalls) {
  return {
    createRepeatingInvoice: (
      document: XeroRepeatingInvoice,
      record: string,
      key: string,
    ) =>
      create<XeroRepeatingInvoice>(
        "RepeatingInvoices",
        "RepeatingInvoiceID",
        document,
        record,
        key,
        { summarizeErrors: true },
      ),

    /** Every repeating sales invoice that has the text somewhere in its reference; Xero does not page them. */
    repeatingInvoicesByReferencePart: (part: string, record: string) =>
      list<XeroRepeatingInvoice>(
        "RepeatingInvoices",
        { where: referencePartFilter(part) },
        record,
      ),

    /** Every repeating sales invoice of the organisation, ended ones included; Xero does not page them. */
    repeatingSalesInvoices: () =>
      list<XeroRepeatingInvoice>(
        "RepeatingInvoices",
        REPEATING_SALES_INVOICES,
        "the repeating invoices",
      ),

    /** Undefined where there is none. */
    async findRepeatingInvoice(
      id: string,
    ): Promise<XeroRepeatingInvoice | undefined> {
      const path = `/RepeatingInvoices/${encodeURIComponent(id)}`;
      try {
        const body = await call<{ RepeatingInvoices?: XeroRepeatingInvoice[] }>(
          { method: "GET", path },
          `repeating invoice ${id}`,
        );
        return body.RepeatingInvoices?.[0];
      } catch (error) {
        if (isNotFound(error)) return undefined;
        throw error;
      }
    },

    /** Xero makes no more invoices from it; those that it made stay. */
    async endRepeatingInvoice(id: string, record: string): Promise<void> {
      await call(
        {
          method: "POST",
          path: `/RepeatingInvoices/${encodeURIComponent(id)}`,
          body: {
            RepeatingInvoices: [{ RepeatingInvoiceID: id, Status: "DELETED" }],
          },
        },
        record,
      );
    },
  };
}
