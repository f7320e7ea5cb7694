import { ConnectorError } from "@hubspot-xero/shared/error/connectorError";
import type { PaidInvoice } from "@hubspot-xero/shared/forecast/paymentHabits";
import {
  openInvoices,
  paidInvoices,
  runningSchedules,
  type UnpricedInvoice,
  type UnpricedSchedule,
} from "@hubspot-xero/shared/forecast/receivables";
import type {
  XeroInvoice,
  XeroRepeatingInvoice,
} from "@hubspot-xero/shared/xero/wire";
import { attempt } from "./attempt";

type Wires = readonly XeroInvoice[] | undefined;

/** What is still to be paid of the open invoices of a page. */
export function unpaidInvoices(wires: Wires, today: string) {
  return attempt((): { open: UnpricedInvoice[] } => ({
    open: openInvoices(listed(wires, "open invoices"), today),
  }));
}

/** When the paid invoices of a page were due, and when they were paid. */
export function paidHistory(wires: Wires) {
  return attempt((): { paid: PaidInvoice[] } => ({
    paid: paidInvoices(listed(wires, "paid invoices")),
  }));
}

/** What the repeating invoices will bill. */
export function runningInvoices(
  wires: readonly XeroRepeatingInvoice[] | undefined,
) {
  return attempt((): { running: UnpricedSchedule[] } => ({
    running: runningSchedules(listed(wires, "repeating invoices")),
  }));
}

function listed<Wire>(
  wires: readonly Wire[] | undefined,
  kind: string,
): readonly Wire[] {
  if (Array.isArray(wires)) return wires as readonly Wire[];
  throw new ConnectorError(
    "server",
    `Xero's answer about ${kind} holds no list. Run this scenario again.`,
  );
}
