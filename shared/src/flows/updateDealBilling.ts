import type { CalendarDate } from "../date/calendarDate";
import {
  dealIdOf,
  isRepeatingReference,
  partOf,
  repeatingPart,
  stageEntryOf,
} from "../deal/billingKey";
import {
  dealBilling,
  writeDealBilling,
  type DealBilling,
} from "../deal/dealBilling";
import { readRepeatingIds, type Deal } from "../deal/deal";
import { readSyncMark } from "../deal/syncMark";
import {
  ConnectorError,
  validation,
  isNotFound,
} from "../error/connectorError";
import { flag, text, type Input } from "../input/input";
import { readInvoice, type StoredInvoice } from "../invoice/readInvoice";
import { toNumber } from "../money/decimal";
import { todayOf, type Context } from "./context";
import { billedInvoices, invoicesOfSameDeal } from "./dealInvoices";
import { currentInvoice, freshInvoice } from "./invoiceSnapshots";
import { noteOnDeal } from "./noteOnDeal";

/**
 * Writes the state, amounts and dates of an invoice onto the deal that it belongs to, found by the invoice's id on the
 * deal. Always the present state, so that events may come late, twice or in any order. One HubSpot call after a
 * trigger that has just read the invoice; a deal that is invoiced for each stage entry or on a schedule shows the sum of
 * its invoices, at two calls more.
 * @throws ConnectorError `notFound` when no deal has this invoice
 */
export async function updateDealBilling(
  context: Context,
  input: Input,
): Promise<DealBilling> {
  const today = await todayOf(context);
  const invoice = await findInvoice(context, input);
  const { reference } = invoice;
  const { dealId, billing } =
    stageEntryOf(reference) ||
    isRepeatingReference(reference) ||
    partOf(reference)
      ? await updateByDeal(context, invoice, today)
      : await updateByInvoice(context, invoice, today);
  if (flag(input, "addNote"))
    await noteOnDeal(context, dealId, billing, text(input, "eventId"));
  return billing;
}

interface Updated {
  dealId: string;
  billing: DealBilling;
}

/** The deal that shows this very invoice. */
async function updateByInvoice(
  context: Context,
  invoice: StoredInvoice,
  today: CalendarDate,
): Promise<Updated> {
  const billing = dealBilling([invoice], today);
  const { xero_invoice_id: id = "", ...properties } = writeDealBilling(billing);
  try {
    const dealId = await context.hubspot.update(
      "deals",
      id,
      properties,
      `the deal of ${nameOf(invoice)}`,
      "xero_invoice_id",
    );
    return { dealId, billing };
  } catch (error) {
    if (!isNotFound(error)) throw error;
    return updateByDeal(context, invoice, today);
  }
}

/** The deal that the invoice was made from, with all its invoices; one of them must stand on it. */
async function updateByDeal(
  context: Context,
  invoice: StoredInvoice,
  today: CalendarDate,
): Promise<Updated> {
  const dealId = dealIdOf(invoice.reference);
  if (!dealId) throw noDeal(invoice);
  const deal = await readBilledDeal(context, dealId).catch((error: unknown) => {
    throw isNotFound(error) ? noDeal(invoice, error) : error;
  });
  if (!deal.invoiceId && !deal.repeatingIds) throw noDeal(invoice);
  const [first, ...others] = billedInvoices(
    await invoicesOfSameDeal(context, invoice),
    deal,
  );
  if (first?.id !== invoice.id) throw noDeal(invoice);
  const shown = [first, ...others].find(({ id }) => id === deal.invoiceId);
  if (!deal.repeatingIds && (!shown || isReplaced(invoice, shown)))
    throw noDeal(invoice);
  const billing = dealBilling([first, ...others], today);
  const properties = writeDealBilling(billing);
  const id = await context.hubspot.update(
    "deals",
    dealId,
    properties,
    `the deal of ${nameOf(invoice)}`,
  );
  return { dealId: id, billing };
}

/** Of a deal that is invoiced as a whole, the invoice on it counts alone: others are copies, or were voided before it. */
const isReplaced = (invoice: StoredInvoice, shown: StoredInvoice) =>
  invoice.id !== shown.id &&
  stageEntryOf(invoice.reference) === 0 &&
  stageEntryOf(shown.reference) === 0;

const nameOf = ({ number, id }: StoredInvoice) => `invoice ${number ?? id}`;

function noDeal(invoice: StoredInvoice, cause?: unknown): ConnectorError {
  return new ConnectorError(
    "notFound",
    `No deal has ${nameOf(invoice)}. Nothing was changed; invoices that were not made from a deal need no update.`,
    { vendor: "hubspot", cause },
  );
}

async function findInvoice(
  context: Context,
  input: Input,
): Promise<StoredInvoice> {
  const id = text(input, "invoiceId");
  if (id) return currentInvoice(context, id);
  const number = text(input, "invoiceNumber");
  if (number) return freshInvoice(context, number);
  const dealId = text(input, "dealId");
  if (!dealId)
    throw validation(
      "Invoice, Invoice Number and Deal are all empty. Map one of them.",
    );
  const deal = await readBilledDeal(context, dealId);
  if (deal.invoiceId) return freshInvoice(context, deal.invoiceId);
  const scheduled =
    deal.repeatingIds && (await newestOfSchedule(context, dealId, deal));
  if (scheduled) return scheduled;
  throw validation(
    deal.repeatingIds
      ? `Xero has not yet made an invoice from the repeating invoices of deal "${deal.name}". Run this step when it has.`
      : `Deal "${deal.name}" has no Xero invoice yet. Invoice it first.`,
  );
}

/** The last invoice that Xero made from a deal's repeating ones. */
async function newestOfSchedule(
  { xero }: Pick<Context, "xero">,
  dealId: string,
  deal: BilledDeal,
): Promise<StoredInvoice | undefined> {
  const wires = await xero.invoicesByReferencePart(repeatingPart(dealId));
  const billed = billedInvoices(wires.map(readInvoice), deal).filter(
    ({ reference }) => dealIdOf(reference) === dealId,
  );
  return billed.sort((a, b) => ((a.date ?? "") < (b.date ?? "") ? 1 : -1))[0];
}

type BilledDeal = Pick<Deal, "name"> &
  Pick<Deal["billing"], "invoiceId" | "repeatingIds" | "mark">;

/** What a deal tells of its invoices. */
async function readBilledDeal(
  { hubspot }: Pick<Context, "hubspot">,
  dealId: string,
): Promise<BilledDeal> {
  const { properties } = await hubspot.get(
    "deals",
    dealId,
    {
      properties: [
        "dealname",
        "xero_invoice_id",
        "xero_sync_mark",
        "xero_repeating_invoice_id",
      ],
    },
    `deal ${dealId}`,
  );
  const value = (name: string) => properties[name] || undefined;
  return {
    name: value("dealname") ?? dealId,
    invoiceId: value("xero_invoice_id"),
    repeatingIds: readRepeatingIds(value("xero_repeating_invoice_id")),
    mark: readSyncMark(value("xero_sync_mark")),
  };
}

/** What the action hands out: amounts are numbers in the leading invoice's currency. */
export function dealBillingOutput(billing: DealBilling) {
  const { leading, state } = billing;
  return {
    message: `The deal shows ${nameOf(leading)} as ${state}.`,
    invoiceId: leading.id,
    invoiceNumber: leading.number,
    invoiceUrl: leading.url,
    billingState: state,
    currency: leading.currency,
    total: toNumber(billing.total),
    amountPaid: toNumber(billing.amountPaid),
    amountDue: toNumber(billing.amountDue),
    amountCredited: toNumber(billing.amountCredited),
    dueDate: leading.dueDate,
    lastPaymentDate: billing.lastPaymentDate,
  };
}
