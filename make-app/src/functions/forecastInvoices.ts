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
import { readList } from "./readList";

type Wires = readonly XeroInvoice[] | undefined;

/** What is still to be paid of the open invoices of a page. */
export function unpaidInvoices(wires: Wires, today: string) {
  return attempt((): { open: UnpricedInvoice[] } => ({
    open: openInvoices(readList(wires, "open invoices"), today),
  }));
}

/** When the paid invoices of a page were due, and when they were paid. */
export function paidHistory(wires: Wires) {
  return attempt((): { paid: PaidInvoice[] } => ({
    paid: paidInvoices(readList(wires, "paid invoices")),
  }));
}

/** What the repeating invoices will bill. */
export function runningInvoices(
  wires: readonly XeroRepeatingInvoice[] | undefined,
) {
  return attempt((): { running: UnpricedSchedule[] } => ({
    running: runningSchedules(readList(wires, "repeating invoices")),
  }));
}
