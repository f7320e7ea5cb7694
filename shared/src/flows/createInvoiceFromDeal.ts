import { describeCustomer } from "../customer/customer";
import type { Deal } from "../deal/deal";
import { nextAttempt, writeSyncMark, type SyncMark } from "../deal/syncMark";
import { writeDealBilling } from "../deal/writeDealBilling";
import { ConnectorError } from "../error/connectorError";
import type { DealInvoiceOptions } from "../invoice/options";
import type { InvoicePlan } from "../invoice/planInvoice";
import { readInvoice, type StoredInvoice } from "../invoice/readInvoice";
import { writeInvoice } from "../invoice/writeInvoice";
import type { Context } from "./context";
import { emailOnce } from "./emailOnce";
import {
  findOrCreateContact,
  type ResolvedContact,
} from "./findOrCreateContact";
import { openDeal, planDealInvoice } from "./planDealInvoice";

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
  const { deal, key, mark } = opened;
  if (opened.invoiced) return { outcome: "already_invoiced", deal };
  const earlier = mark && (await findEarlier(context, deal, mark));
  if (earlier) {
    const result = await finish(context, deal, mark, earlier, options);
    return { outcome: "recovered", deal, ...result };
  }

  const { payer, plan } = await planDealInvoice(context, opened, options);
  const contact = await findOrCreateContact(
    context,
    payer,
    options.customerMatch,
  ).catch((error: unknown) => {
    throw forDeal(error, deal);
  });
  const begun: SyncMark = {
    state: "begun",
    attempt: nextAttempt(mark),
    billingKey: key,
    reference: plan.invoice.reference ?? key,
  };
  await setMark(context, deal, begun);
  const created = await createMarked(context, deal, begun, () =>
    context.xero.createInvoice(
      writeInvoice(plan.invoice, contact.contactId),
      `the invoice for deal "${deal.name}" to ${describeCustomer(payer)}`,
      `hubspot-invoice|${context.xero.tenantId}|${key}|${begun.attempt}`,
    ),
  );
  const result = await finish(
    context,
    deal,
    begun,
    readInvoice(created),
    options,
  );
  return { outcome: "created", deal, plan, contact, ...result };
}

/** The invoice of an attempt whose end is unknown. After a refusal there is none to look for. */
async function findEarlier(
  { xero }: Context,
  deal: Deal,
  mark: SyncMark,
): Promise<StoredInvoice | undefined> {
  if (mark.state === "refused") return undefined;
  const found = await xero.findInvoiceByReference(
    mark.reference,
    `earlier invoices for deal "${deal.name}"`,
  );
  return found && readInvoice(found);
}

/** Creates; when Xero answers that it made nothing, the mark says so, and the next run need not search. */
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
      // The refusal is what the user must read; without the mark the next run only searches once more.
      await setMark(context, deal, { ...begun, state: "refused" }).catch(
        () => undefined,
      );
    }
    throw error;
  }
}

/** E-mails where asked, then writes the invoice onto the deal. */
async function finish(
  context: Context,
  deal: Deal,
  mark: SyncMark,
  invoice: StoredInvoice,
  options: DealInvoiceOptions,
): Promise<Finished> {
  const emailProblem = options.sendEmail
    ? await emailOnce(context, invoice)
    : undefined;
  try {
    await context.hubspot.update(
      "deals",
      deal.id,
      {
        ...writeDealBilling(invoice),
        xero_sync_mark: writeSyncMark({ ...mark, state: "done" }),
      },
      `deal "${deal.name}"`,
    );
  } catch (error) {
    throw forDeal(
      error,
      deal,
      `Invoice ${invoice.number} stands in Xero, but the deal could not be updated; the next run finds the invoice and updates the deal.`,
    );
  }
  return { invoice, emailProblem };
}

function setMark(
  { hubspot }: Context,
  deal: Deal,
  mark: SyncMark,
): Promise<void> {
  return hubspot.update(
    "deals",
    deal.id,
    { xero_sync_mark: writeSyncMark(mark) },
    `deal "${deal.name}"`,
  );
}

/** The same error, saying which deal it stopped. */
function forDeal(
  error: unknown,
  deal: Deal,
  preface = `Deal "${deal.name}" was not invoiced.`,
): unknown {
  if (!(error instanceof ConnectorError)) return error;
  const { kind, message, ...details } = error;
  return new ConnectorError(kind, `${preface} ${message}`, {
    ...details,
    cause: error,
  });
}
