import { describeCustomer } from "../customer/customer";
import { createdInvoice, untold } from "../invoice/createdInvoice";
import type { DealInvoiceOptions } from "../invoice/options";
import { writeInvoice } from "../invoice/writeInvoice";
import { ConnectorError } from "../error/connectorError";
import type { XeroInvoice } from "../xero/wire";
import type { Context } from "./context";
import { createContacts, type MadeContacts } from "./createContacts";
import type { DealBatch, MarkedDeal } from "./dealBatches";
import type { DealLedger } from "./dealLedger";
import { finishDeals, type MadeInvoice } from "./finishDeals";
import type { ResolvedContact } from "./findOrCreateContact";
import { forDeal } from "./forDeal";

/**
 * Creates the contacts that a batch still needs and its invoices, each in one call, then writes them onto the deals.
 * What Xero refuses is marked as refused, so that the next attempt gets another Idempotency-Key.
 * @param made the contacts of earlier batches; those of this one are added
 * @returns the error after which the next batch had better not be tried
 */
export async function createInvoiceBatch(
  context: Context,
  batch: DealBatch,
  made: MadeContacts,
  options: DealInvoiceOptions,
  ledger: DealLedger,
): Promise<ConnectorError | undefined> {
  const refused: MarkedDeal[] = [];
  const refuse = (deal: MarkedDeal, error: ConnectorError) => {
    ledger.fail(
      { id: deal.deal.id, deal: deal.deal },
      forDeal(error, deal.deal),
    );
    if (error.kind === "validation") refused.push(deal);
  };
  const invoices: MadeInvoice[] = [];
  let stopped: ConnectorError | undefined;
  try {
    await completeContacts(context, batch, made, options);
    const payable = batch.deals.flatMap((deal) => {
      const contact = contactOf(deal, made);
      if (!(contact instanceof ConnectorError)) return { ...deal, contact };
      refuse(deal, contact);
      return [];
    });
    const elements = await createInvoices(context, batch.key, payable);
    for (const deal of payable) {
      const wire = createdOf(deal, elements);
      if (wire instanceof ConnectorError) refuse(deal, wire);
      else invoices.push({ ...deal, wire, isNew: true });
    }
  } catch (error) {
    if (!(error instanceof ConnectorError) || error.kind === "auth")
      throw error;
    // A deal that was refused for its contact has its own reason already.
    for (const deal of batch.deals)
      if (!refused.includes(deal)) refuse(deal, error);
    // That an earlier attempt at these deals may be under way says nothing of the others.
    if (error.kind !== "validation" && error.kind !== "busy") stopped = error;
  }
  await finishDeals(context, invoices, refused, options, ledger);
  return stopped;
}

async function completeContacts(
  context: Context,
  { deals }: DealBatch,
  made: MadeContacts,
  { customerMatch }: DealInvoiceOptions,
): Promise<void> {
  const missing = deals.flatMap(({ contact }) =>
    "wire" in contact && !made.has(contact) ? contact : [],
  );
  const created = await createContacts(
    context,
    [...new Set(missing)],
    customerMatch,
  );
  for (const [contact, result] of created) made.set(contact, result);
}

function contactOf(
  { contact }: MarkedDeal,
  made: MadeContacts,
): ResolvedContact | ConnectorError {
  return "wire" in contact
    ? (made.get(contact) ?? untold("the contact"))
    : contact;
}

type InvoicedDeal = MarkedDeal & { contact: ResolvedContact };

async function createInvoices(
  { xero }: Pick<Context, "xero">,
  key: string,
  deals: readonly InvoicedDeal[],
): Promise<XeroInvoice[]> {
  if (deals.length === 0) return [];
  return xero.createInvoices(
    deals.map(({ plan, contact }) =>
      writeInvoice(plan.invoice, contact.contactId),
    ),
    key,
  );
}

/** The deal's own among Xero's answers. */
function createdOf(
  { deal, payer, mark }: MarkedDeal,
  elements: readonly XeroInvoice[],
): XeroInvoice | ConnectorError {
  const record = `the invoice for deal "${deal.name}" to ${describeCustomer(payer)}`;
  try {
    return createdInvoice(elements, mark.reference, record);
  } catch (error) {
    if (error instanceof ConnectorError) return error;
    throw error;
  }
}
