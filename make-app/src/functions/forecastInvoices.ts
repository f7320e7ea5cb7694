import { ConnectorError } from "@hubspot-xero/shared/error/connectorError";
import {
  invoiceReceipt,
  type Receipt,
} from "@hubspot-xero/shared/forecast/receipt";
import type { PaidInvoice } from "@hubspot-xero/shared/forecast/paymentHabits";
import {
  openInvoices,
  paidInvoices,
} from "@hubspot-xero/shared/forecast/receivables";
import type { XeroInvoice } from "@hubspot-xero/shared/xero/wire";
import { attempt } from "./attempt";

type Wires = readonly XeroInvoice[] | undefined;

/** What the open invoices of a page bring. */
export function openReceipts(wires: Wires, today: string) {
  return attempt((): { receipts: Receipt[] } => ({
    receipts: openInvoices(listed(wires, "open"), today).map(invoiceReceipt),
  }));
}

/** When the paid invoices of a page were due, and when they were paid. */
export function paidHistory(wires: Wires) {
  return attempt((): { paid: PaidInvoice[] } => ({
    paid: paidInvoices(listed(wires, "paid")),
  }));
}

function listed(wires: Wires, kind: string): readonly XeroInvoice[] {
  if (Array.isArray(wires)) return wires as readonly XeroInvoice[];
  throw new ConnectorError(
    "server",
    `Xero's answer about ${kind} invoices holds no list. Run this scenario again.`,
  );
}
