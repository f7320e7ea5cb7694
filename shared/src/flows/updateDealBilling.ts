import {
  billingState,
  writeDealBilling,
  type BillingState,
} from "../deal/billingState";
import { ConnectorError, validation } from "../error/connectorError";
import { text, type Input } from "../input/input";
import { readInvoice, type StoredInvoice } from "../invoice/readInvoice";
import { toNumber } from "../money/decimal";
import { todayOf, type Context } from "./context";
import { currentInvoice } from "./invoiceSnapshots";

export interface DealBillingUpdate {
  invoice: StoredInvoice;
  state: BillingState;
}

/**
 * Writes an invoice's state, amounts and dates onto the deal that it belongs to, found by the invoice's id on the deal.
 * Always the invoice's present state, so that events may come late, twice or in any order. One HubSpot call after a
 * trigger that has just read the invoice.
 * @throws ConnectorError `notFound` when no deal has this invoice
 */
export async function updateDealBilling(
  context: Context,
  input: Input,
): Promise<DealBillingUpdate> {
  const today = await todayOf(context);
  const invoice = await findInvoice(context, input);
  const { xero_invoice_id: id = "", ...properties } = writeDealBilling(
    invoice,
    today,
  );
  const name = `invoice ${invoice.number ?? invoice.id}`;
  try {
    await context.hubspot.update(
      "deals",
      id,
      properties,
      `the deal of ${name}`,
      "xero_invoice_id",
    );
  } catch (error) {
    if (!(error instanceof ConnectorError && error.kind === "notFound"))
      throw error;
    throw new ConnectorError(
      "notFound",
      `No deal has ${name}. Nothing was changed; invoices that were not made from a deal need no update.`,
      { vendor: "hubspot", cause: error },
    );
  }
  return { invoice, state: billingState(invoice, today) };
}

async function findInvoice(
  context: Context,
  input: Input,
): Promise<StoredInvoice> {
  const id = text(input, "invoiceId");
  if (id) return currentInvoice(context, id);
  const number = text(input, "invoiceNumber");
  if (number) return readInvoice(await context.xero.getInvoice(number));
  const dealId = text(input, "dealId");
  if (!dealId)
    throw validation(
      "Invoice, Invoice Number and Deal are all empty. Map one of them.",
    );
  const deal = await context.hubspot.get(
    "deals",
    dealId,
    { properties: ["dealname", "xero_invoice_id"] },
    `deal ${dealId}`,
  );
  const invoiceId = deal.properties["xero_invoice_id"];
  if (invoiceId) return readInvoice(await context.xero.getInvoice(invoiceId));
  throw validation(
    `Deal "${deal.properties["dealname"] ?? dealId}" has no Xero invoice yet. Invoice it first.`,
  );
}

/** What the action hands out: amounts are numbers in the invoice's currency. */
export function dealBillingOutput({ invoice, state }: DealBillingUpdate) {
  return {
    message: `The deal shows invoice ${invoice.number} as ${state}.`,
    invoiceId: invoice.id,
    invoiceNumber: invoice.number,
    invoiceUrl: invoice.url,
    billingState: state,
    currency: invoice.currency,
    total: toNumber(invoice.total),
    amountPaid: toNumber(invoice.amountPaid),
    amountDue: toNumber(invoice.amountDue),
    amountCredited: toNumber(invoice.amountCredited),
    dueDate: invoice.dueDate,
    lastPaymentDate: invoice.lastPaymentDate,
  };
}
