import { describeCustomer } from "@hubspot-xero/shared/customer/customer";
import { forDeal } from "@hubspot-xero/shared/flows/forDeal";
import { createdInvoice } from "@hubspot-xero/shared/invoice/createdInvoice";
import { readInvoice } from "@hubspot-xero/shared/invoice/readInvoice";
import { writeInvoice } from "@hubspot-xero/shared/invoice/writeInvoice";
import type { XeroInvoice } from "@hubspot-xero/shared/xero/wire";
import { eachOpen, isOpen, withAnswer, type DealRows } from "./dealRows";
import { invoiceKey } from "./invoiceKey";

/** How many requests for new invoices the module has: the batch itself, and attempts that others had begun. */
export const INVOICE_BATCHES = 10;

/** Invoices that are created in one call. */
interface InvoiceBatch {
  /** Xero's Idempotency-Key. */
  key: string;
  references: string[];
  body: { Invoices: XeroInvoice[] };
}

/** The open deals by the key under which each was begun, the largest batch first. */
export function invoiceBatches(
  { rows = [] }: Partial<DealRows>,
  organisationId: string,
): InvoiceBatch[] {
  const batches = new Map<string, InvoiceBatch>();
  for (const row of rows) {
    const { billing, plan, contactId } = row;
    if (!isOpen(row) || !plan || !contactId) continue;
    const key = invoiceKey(organisationId, billing);
    const batch = batches.get(key) ?? {
      key,
      references: [],
      body: { Invoices: [] },
    };
    batch.references.push(billing.reference);
    batch.body.Invoices.push(writeInvoice(plan.invoice, contactId));
    batches.set(key, batch);
  }
  return [...batches.values()].sort(
    (a, b) => b.references.length - a.references.length,
  );
}

/** Gives the deals of a batch their invoices, each known by its reference, or what Xero has against it. */
export function dealsInvoiced(
  deals: DealRows,
  { references }: InvoiceBatch,
  elements: readonly XeroInvoice[] | undefined,
) {
  return withAnswer(elements, "the invoices", (invoices) =>
    eachOpen(deals, ({ billing }) => {
      const { deal, customer, reference } = billing;
      if (!references.includes(reference)) return {};
      const record = `the invoice for deal "${deal.name}" to ${describeCustomer(customer!)}`;
      try {
        const wire = createdInvoice(invoices, reference, record);
        return { outcome: "created", invoice: readInvoice(wire) };
      } catch (error) {
        throw forDeal(error, deal);
      }
    }),
  );
}
