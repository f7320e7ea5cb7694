import { validation } from "../error/connectorError";
import type { StoredInvoice } from "./readInvoice";

/** The states in which Xero sends an invoice by e-mail: developer.xero.com, Invoices, "Emailing an invoice". */
const EMAILABLE = ["SUBMITTED", "AUTHORISED", "PAID"];

/** @throws ConnectorError `validation` for an invoice that Xero does not e-mail */
export function checkEmailable({ id, number, status }: StoredInvoice): void {
  if (EMAILABLE.includes(status)) return;
  const name = number ?? id;
  throw validation(
    status === "DRAFT"
      ? `Invoice ${name} is a draft, and Xero does not e-mail drafts. Approve it in Xero, then run this step again.`
      : `Invoice ${name} is ${status.toLowerCase()}, so Xero does not e-mail it.`,
  );
}
