import { describeCustomer } from "../customer/customer";
import { partOf } from "../deal/billingKey";
import type { Deal } from "../deal/deal";
import type { OpenedDeal } from "../deal/openedDeal";
import {
  attemptKey,
  settledMark,
  writeSyncMark,
  type SyncMark,
} from "../deal/syncMark";
import { dealBilling, writeDealBilling } from "../deal/dealBilling";
import { ConnectorError } from "../error/connectorError";
import type { DealInvoiceOptions } from "../invoice/options";
import type { InvoicePlan } from "../invoice/planInvoice";
import { readInvoice, type StoredInvoice } from "../invoice/readInvoice";
import { writeInvoice } from "../invoice/writeInvoice";
import type { XeroInvoice } from "../xero/wire";
import { todayOf, type Context } from "./context";
import { invoicesOfSameDeal } from "./dealInvoices";
import { emailOnce } from "./emailOnce";
import { forDeal, notShown } from "./forDeal";
import {
  createContact,
  findContact,
  type ResolvedContact,
} from "./findOrCreateContact";
import {
  openDeal,
  planDealInvoice,
  type PlannedInvoice,
} from "./planDealInvoice";

export type DealInvoiceResult = { deal: Deal } & (
  | { outcome: "already_invoiced" }
  | ({ outcome: "recovered" } & Finished)
  | ({
      outcome: "created";
      plan: InvoicePlan;
      contact: ResolvedContact;
    } & Finished)
);

interface Finished {
  invoice: StoredInvoice;
  /** Why the e-mail that was asked for did not go out. */
  emailProblem?: string;
}

/**
 * The whole job: read the deal, its payer and lines; decide the invoice; find or make the contact; leave a mark
 * on the deal; create the invoice; write its number, link and figures back.
 *
 * An invoice is made once per billing key, whatever crashes or repeats: before Xero is written to, the deal
 * carries the reference that the invoice will have, and a run that finds such a mark without an invoice looks
 * for that reference in Xero first. Two runs at once send the same Idempotency-Key.
 */
export async function createInvoiceFromDeal(
  context: Context,
  dealId: string,
  options: DealInvoiceOptions,
): Promise<DealInvoiceResult> {
  const opened = await openDeal(context, dealId, options);
  return invoiceOpenedDeal(context, opened, options, () =>
    planDealInvoice(context, opened, options),
  );
}

/** Does so for a deal that was read. */
export async function invoiceOpenedDeal(
  context: Context,
  opened: OpenedDeal,
  options: DealInvoiceOptions,
  plans: () => Promise<PlannedInvoice>,
): Promise<DealInvoiceResult> {
  const { deal, mark, reference, begun } = opened;
  if (opened.invoiced) return { outcome: "already_invoiced", deal };
  const earlier = opened.mayExist
    ? await context.xero.findInvoiceByReference(
        reference,
        `earlier invoices for deal "${deal.name}"`,
      )
    : undefined;
  if (earlier) {
    // Without a mark of ours the deal shows a later entry's invoice, and the newest leads.
    if (!mark)
      return { outcome: "recovered", deal, invoice: readInvoice(earlier) };
    const result = await finish(context, deal, begun, earlier, options);
    return { outcome: "recovered", deal, ...result };
  }

  const { payer, plan } = await plans();
  const found = await findContact(context, payer, options.customerMatch).catch(
    (error: unknown) => {
      throw forDeal(error, deal);
    },
  );
  await setMark(context, deal, begun);
  const { contact, created } = await createMarked(
    context,
    deal,
    begun,
    async () => {
      const contact =
        found ?? (await createContact(context, payer, options.customerMatch));
      const created = await context.xero.createInvoice(
        writeInvoice(plan.invoice, contact.contactId),
        `the invoice for deal "${deal.name}" to ${describeCustomer(payer)}`,
        attemptKey(context.xero.tenantId, begun),
      );
      return { contact, created };
    },
  );
  const result = await finish(context, deal, begun, created, options);
  return { outcome: "created", deal, plan, contact, ...result };
}

/** Creates; when Xero answers that it made no invoice, the mark says so, and the next attempt gets another Idempotency-Key. */
async function createMarked<T>(
  context: Context,
  deal: Deal,
  begun: SyncMark,
  create: () => Promise<T>,
): Promise<T> {
  try {
    return await create();
  } catch (error) {
    if (error instanceof ConnectorError && error.kind === "validation") {
      // The refusal is what the user must read, whether or not the mark can be written.
      await setMark(context, deal, { ...begun, state: "refused" }).catch(
        () => undefined,
      );
    }
    throw forDeal(error, deal);
  }
}

/** E-mails where asked, then writes the invoice onto the deal. */
async function finish(
  context: Context,
  deal: Deal,
  mark: SyncMark,
  wire: XeroInvoice,
  options: DealInvoiceOptions,
): Promise<Finished> {
  const invoice = readInvoice(wire);
  const today = await todayOf(context);
  const emailProblem = options.sendEmail
    ? await emailOnce(context, invoice)
    : undefined;
  try {
    // An invoice on the deal already is another stage entry's, and a balance has its deposit in Xero even where the deal
    // does not show it: their figures add up.
    const hasOthers =
      deal.billing.invoiceId ?? partOf(mark.billingKey) === "balance";
    const invoices = hasOthers
      ? await invoicesOfSameDeal(context, invoice)
      : ([invoice] as const);
    await context.hubspot.update(
      "deals",
      deal.id,
      {
        ...writeDealBilling(dealBilling(invoices, today)),
        ...settledMark(writeSyncMark({ ...mark, state: "done" })),
      },
      `deal "${deal.name}"`,
    );
  } catch (error) {
    throw forDeal(error, deal, notShown(invoice));
  }
  return { invoice, emailProblem };
}

function setMark(
  { hubspot }: Context,
  deal: Deal,
  mark: SyncMark,
): Promise<string> {
  return hubspot.update(
    "deals",
    deal.id,
    { xero_sync_mark: writeSyncMark(mark) },
    `deal "${deal.name}"`,
  );
}
