import type { CreatedInvoice } from "@hubspot-xero/shared/flows/createInvoice";
import { createdInvoiceOutput } from "@hubspot-xero/shared/flows/createdInvoiceOutput";
import type { Totals } from "@hubspot-xero/shared/invoice/invoice";
import { readInvoice } from "@hubspot-xero/shared/invoice/readInvoice";
import type { XeroInvoice } from "@hubspot-xero/shared/xero/wire";

/**
 * What the module hands out, with the invoice's figures for `Update a deal`; nothing where no invoice was found.
 * @param plan of a new invoice; absent where the reference had one already
 */
export function createdInvoiceResult(
  wire: XeroInvoice | undefined,
  contactOutcome: CreatedInvoice["contactOutcome"],
  plan?: { predicted: Totals; baseCurrency: string },
) {
  if (!wire) return undefined;
  const invoice = readInvoice(wire);
  return {
    ...createdInvoiceOutput({
      invoice,
      contactOutcome,
      ...(plan
        ? {
            outcome: "created",
            predicted: plan.predicted,
            baseCurrency: plan.baseCurrency,
          }
        : { outcome: "already_invoiced", existing: "reference" }),
    }),
    invoice: { ...invoice, lines: [] },
  };
}
