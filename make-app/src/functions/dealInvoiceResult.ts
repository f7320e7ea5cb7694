import { partsOfDeal } from "@hubspot-xero/shared/deal/deposit";
import { writeSyncMark } from "@hubspot-xero/shared/deal/syncMark";
import type { DealInvoiceResult } from "@hubspot-xero/shared/flows/createInvoiceFromDeal";
import { dealInvoiceOutput } from "@hubspot-xero/shared/flows/dealInvoiceOutput";
import type { ContactOutcome } from "@hubspot-xero/shared/flows/findOrCreateContact";
import type { InvoicePlan } from "@hubspot-xero/shared/invoice/planInvoice";
import { readInvoice } from "@hubspot-xero/shared/invoice/readInvoice";
import type { XeroInvoice } from "@hubspot-xero/shared/xero/wire";
import type { Billing } from "./dealForBilling";
import { invoiceData } from "./dealParts";

/**
 * What the module hands out, with what `Update a deal` must know: the invoice's figures, and the mark that says that
 * the invoice was made. Nothing without an invoice: Make asks for every output, that of a search that found none too.
 */
export function dealInvoiceResult(
  { deal, begun }: Billing,
  outcome: DealInvoiceResult["outcome"],
  wire: XeroInvoice | undefined,
  plan?: InvoicePlan,
  contactOutcome?: ContactOutcome,
  parts: readonly XeroInvoice[] = [],
) {
  if (!wire) return undefined;
  const invoice = readInvoice(wire);
  const common = { deal, invoice };
  const result: DealInvoiceResult =
    outcome === "created" && plan && contactOutcome
      ? {
          outcome,
          ...common,
          plan,
          contact: { contactId: "", outcome: contactOutcome },
        }
      : outcome === "already_invoiced"
        ? { outcome, deal }
        : { outcome: "recovered", ...common };
  return {
    ...dealInvoiceOutput(result),
    invoice: invoiceData(invoice, partsOfDeal(parts, deal.id)),
    syncMark:
      outcome === "already_invoiced"
        ? undefined
        : writeSyncMark({ ...begun, state: "done" }),
  };
}
