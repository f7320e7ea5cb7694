import { describeCustomer } from "../customer/customer";
import type { Deal } from "../deal/deal";
import type { OpenedDeal } from "../deal/openedDeal";
import {
  isSettled,
  repeatingAttemptKey,
  type RepeatingMark,
} from "../deal/repeatingMark";
import { nextAttempt } from "../deal/syncMark";
import { ConnectorError } from "../error/connectorError";
import type { Totals } from "../invoice/invoice";
import type { RepeatingOptions } from "../repeating/options";
import {
  checkNoHiddenInvoice,
  checkNotInvoiced,
  mayHideInvoice,
} from "../repeating/notInvoiced";
import type { RepeatingPlan } from "../repeating/planRepeating";
import {
  readRepeatingInvoice,
  writeRepeatingInvoice,
  type StoredRepeatingInvoice,
} from "../repeating/repeatingInvoice";
import { checkSameSchedules, standingFor } from "../repeating/standing";
import { todayOf, type Context } from "./context";
import {
  invoiceOpenedDeal,
  type DealInvoiceResult,
} from "./createInvoiceFromDeal";
import { invoicesOfDeal } from "./dealInvoices";
import { createContact, type ResolvedContact } from "./findOrCreateContact";
import { findReachable } from "./findReachable";
import { finishRepeating, setRepeatingMark } from "./finishRepeating";
import { forDeal } from "./forDeal";
import { openDeal } from "./planDealInvoice";
import { planRepeatingDeal, type PlannedRepeating } from "./planRepeatingDeal";
import { repeatingOfDeal } from "./repeatingOfDeal";

/** A repeating invoice with what each of its invoices was expected to amount to. */
export type MadeRepeatingInvoice = StoredRepeatingInvoice & {
  predicted?: Totals;
};

export type RepeatingResult = {
  deal: Deal;
  repeating: MadeRepeatingInvoice[];
} & (
  | { outcome: "already_there"; isEnded: boolean }
  | {
      /** Recovered: an earlier run had made all of them, but could not tell the deal. */
      outcome: "created" | "recovered";
      contact: ResolvedContact;
      /** What became of the one-time lines, where there are any. */
      invoice?: DealInvoiceResult;
      /** There are one-time lines, which an earlier run had invoiced. */
      isInvoicedOnce?: boolean;
    }
);

/**
 * Bills a deal's recurring lines by repeating invoices in Xero, one for each schedule, and its one-time lines by an
 * invoice.
 *
 * Each is made once, whatever crashes or repeats: before Xero is written to, the deal carries a mark, and every run looks
 * in Xero for the deal's repeating invoices before it makes one. The invoice comes first, because what the schedules bill
 * stands on the deal where the invoice would.
 */
export async function createRepeatingFromDeal(
  context: Context,
  dealId: string,
  options: RepeatingOptions,
): Promise<RepeatingResult> {
  const opened = await openDeal(context, dealId, options.invoice);
  const { deal } = opened;
  const { repeatingMark: mark } = deal.billing;
  const found = await repeatingOfDeal(context, deal);
  if (isSettled(mark)) {
    const isEnded = mark?.state === "ended";
    return { outcome: "already_there", deal, repeating: found, isEnded };
  }
  checkNotInvoiced(opened, found);
  if (mayHideInvoice(opened, found))
    checkNoHiddenInvoice(opened, await invoicesOfDeal(context, deal.id));
  // What a broken run decided by its day, this one completes by the same.
  const date = mark && found.length > 0 ? mark.date : await todayOf(context);
  const planned = await planRepeatingDeal(context, opened, options, date);
  checkSameSchedules(deal, found, planned.plans);
  const existing = await findReachable(context, deal, planned.payer, options);
  const begun: RepeatingMark = {
    state: "begun",
    // This run has looked for hidden invoices.
    attempt: nextAttempt(mark) || 1,
    date,
  };
  await setRepeatingMark(context, deal, begun);
  return make(context, opened, options, { planned, existing, found, begun });
}

interface Prepared {
  planned: PlannedRepeating;
  existing?: ResolvedContact;
  found: StoredRepeatingInvoice[];
  begun: RepeatingMark;
}

/** Makes what is missing, and tells the deal. */
async function make(
  context: Context,
  opened: OpenedDeal,
  options: RepeatingOptions,
  { planned, existing, found, begun }: Prepared,
): Promise<RepeatingResult> {
  const { deal } = opened;
  const { payer, plans, oneTime, isInvoicedOnce } = planned;
  const invoice =
    oneTime &&
    (await invoiceOpenedDeal(context, opened, options.invoice, () =>
      Promise.resolve(oneTime),
    ));
  const { contact, repeating, isCreated } = await createMarked(
    context,
    deal,
    begun,
    async () => {
      const contact =
        invoice?.outcome === "created"
          ? invoice.contact
          : (existing ??
            (await createContact(
              context,
              payer,
              options.invoice.customerMatch,
            )));
      const repeating: MadeRepeatingInvoice[] = [];
      let isCreated = false;
      for (const [index, plan] of plans.entries()) {
        const earlier = standingFor(found, plan);
        isCreated ||= !earlier;
        const stored =
          earlier ??
          (await createOne(context, deal, options, {
            plan,
            contactId: contact.contactId,
            who: describeCustomer(payer),
            key: context.digest(
              repeatingAttemptKey(context.xero.tenantId, deal, begun, index),
            ),
          }));
        repeating.push({ ...stored, predicted: plan.each.predicted });
      }
      return { contact, repeating, isCreated };
    },
  );
  const mark = invoice ? opened.begun : deal.billing.mark;
  await finishRepeating(context, { deal, mark, begun, repeating });
  const outcome = isCreated ? "created" : "recovered";
  return { outcome, deal, repeating, contact, invoice, isInvoicedOnce };
}

async function createOne(
  { xero }: Context,
  deal: Deal,
  options: RepeatingOptions,
  {
    plan,
    contactId,
    who,
    key,
  }: { plan: RepeatingPlan; contactId: string; who: string; key: string },
): Promise<StoredRepeatingInvoice> {
  const wire = await xero.createRepeatingInvoice(
    writeRepeatingInvoice(plan, options, contactId),
    `the repeating invoice for deal "${deal.name}" to ${who}`,
    key,
  );
  return readRepeatingInvoice(wire);
}

/** Creates; when Xero answers that it did not make one, the mark says so, and the next attempt gets other keys. */
async function createMarked<T>(
  context: Context,
  deal: Deal,
  begun: RepeatingMark,
  create: () => Promise<T>,
): Promise<T> {
  try {
    return await create();
  } catch (error) {
    if (error instanceof ConnectorError && error.kind === "validation")
      await setRepeatingMark(context, deal, {
        ...begun,
        state: "refused",
      }).catch(() => undefined);
    throw forDeal(
      error,
      deal,
      `The repeating invoices of deal "${deal.name}" are not complete; the next run makes those that are missing.`,
    );
  }
}
