import { ConnectorError } from "@hubspot-xero/shared/error/connectorError";
import type { ContactOutcome } from "@hubspot-xero/shared/flows/findOrCreateContact";
import type { InvoicePlan } from "@hubspot-xero/shared/invoice/planInvoice";
import type { StoredInvoice } from "@hubspot-xero/shared/invoice/readInvoice";
import type { XeroContact } from "@hubspot-xero/shared/xero/wire";
import { attempt, type Problem } from "./attempt";
import type { Billing } from "./dealForBilling";
import { readList } from "./readList";

/** One deal of a run over many, with what has become of it so far. */
export interface DealRow {
  billing: Billing;
  plan?: InvoicePlan;
  contactId?: string;
  contactOutcome?: ContactOutcome;
  /** The number of a contact that is to be created; the deals of one customer share it. */
  newContact?: string;
  outcome?: "already_invoiced" | "recovered" | "created";
  invoice?: StoredInvoice;
  failure?: Pick<ConnectorError, "kind" | "message">;
}

/** How far a run over many deals has come: each request adds what its answer says. */
export interface DealRows {
  rows: DealRow[];
  /** Some deals have neither an invoice nor a failure yet. */
  open: boolean;
  hasItems: boolean;
  /** Filters that find the invoices of earlier attempts. */
  references: string[];
  /** Filters that find the contacts of the payers. */
  contactFilters?: string[];
  newContacts?: XeroContact[];
}

export const isOpen = ({ outcome, failure }: DealRow): boolean =>
  !outcome && !failure;

/** Does a job for each open deal and adds what it gives; one that cannot be invoiced holds up no other. */
export function eachOpen(
  deals: DealRows,
  job: (row: DealRow) => Partial<DealRow>,
): DealRows {
  const rows = deals.rows.map((row) => {
    if (!isOpen(row)) return row;
    try {
      return { ...row, ...job(row) };
    } catch (error) {
      if (!(error instanceof ConnectorError)) throw error;
      const { kind, message } = error;
      return { ...row, failure: { kind, message } };
    }
  });
  return { ...deals, rows, open: rows.some(isOpen) };
}

/** Adds what an answer says; one without its list is never taken for an empty one. */
export function withAnswer<Element>(
  found: readonly Element[] | undefined,
  what: string,
  job: (found: readonly Element[]) => DealRows,
): DealRows | Problem {
  return attempt(() => job(readList(found, what)));
}
