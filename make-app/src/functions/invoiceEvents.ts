import {
  readChange,
  updateEvent,
} from "@hubspot-xero/shared/flows/listInvoiceUpdates";
import type { XeroInvoice } from "@hubspot-xero/shared/xero/wire";
import { todayIn } from "./todayIn";

/** Sales invoices that changed, each with its figures for the deal; dates are those of the scenario's time zone. */
export function invoiceEvents(
  this: { timezone?: string },
  wires: readonly XeroInvoice[] | undefined,
  now: Date | string,
) {
  const today = todayIn(this.timezone ?? "UTC", now);
  return (wires ?? []).flatMap(readChange).map((change) => ({
    ...updateEvent(change, today),
    invoice: { ...change.invoice, lines: [] },
  }));
}
