import {
  isSettled,
  writeRepeatingMark,
} from "@hubspot-xero/shared/deal/repeatingMark";
import { writeSyncMark } from "@hubspot-xero/shared/deal/syncMark";
import type { DealInvoiceResult } from "@hubspot-xero/shared/flows/createInvoiceFromDeal";
import type { MadeRepeatingInvoice } from "@hubspot-xero/shared/flows/createRepeatingFromDeal";
import {
  billedInvoices,
  readInvoicesOfDeal,
} from "@hubspot-xero/shared/flows/dealInvoices";
import type { ResolvedContact } from "@hubspot-xero/shared/flows/findOrCreateContact";
import { repeatingResultOutput } from "@hubspot-xero/shared/flows/repeatingOutput";
import {
  readInvoice,
  type StoredInvoice,
} from "@hubspot-xero/shared/invoice/readInvoice";
import {
  readRepeatingInvoice,
  type StoredRepeatingInvoice,
} from "@hubspot-xero/shared/repeating/repeatingInvoice";
import { knownIds } from "@hubspot-xero/shared/repeating/settled";
import { standingFor } from "@hubspot-xero/shared/repeating/standing";
import type {
  XeroInvoice,
  XeroRepeatingInvoice,
} from "@hubspot-xero/shared/xero/wire";
import type { Billing } from "./dealForBilling";
import type { DealSchedules } from "./repeatingPlan";

/** What the requests of the module found and made; what is not asked for is left out. */
interface Told {
  standing: StoredRepeatingInvoice[];
  plan: DealSchedules;
  /** In the order of the missing ones. */
  made?: XeroRepeatingInvoice[];
  /** The invoice of the one-time lines: an earlier run's, or this one's. */
  existing?: XeroInvoice;
  created?: XeroInvoice;
  contact: ResolvedContact;
  /** All invoices whose reference names the deal, where a schedule has begun. */
  invoices?: XeroInvoice[];
}

/**
 * What the module hands out, with what `Update a deal` must know: the figures of what was billed, the ids, and the marks
 * that say that all was made.
 */
export function repeatingResult(billing: Billing, told: Told) {
  const { deal, begun } = billing;
  const { standing, plan } = told;
  const { repeatingMark } = deal.billing;
  if (isSettled(repeatingMark))
    return repeatingResultOutput({
      outcome: "already_there",
      deal,
      repeating: standing,
      isEnded: repeatingMark?.state === "ended",
    });
  const repeating = plan.plans.map((one, index): MadeRepeatingInvoice => {
    const made = told.made?.[plan.missing.indexOf(index)];
    return {
      ...(standingFor(standing, one) ?? readRepeatingInvoice(made ?? {})),
      predicted: one.each.predicted,
    };
  });
  const invoice = invoiceOf(billing, told);
  const ids = knownIds(deal, repeating);
  return {
    ...repeatingResultOutput({
      outcome: plan.missing.length > 0 ? "created" : "recovered",
      deal,
      repeating,
      contact: told.contact,
      invoice,
    }),
    invoice: billedSoFar(billing, ids, told, invoice),
    syncMark: invoice && writeSyncMark({ ...begun, state: "done" }),
    repeatingIds: ids.join(","),
    repeatingMark: writeRepeatingMark({ ...plan.begun, state: "done" }),
  };
}

type MadeInvoice = Exclude<DealInvoiceResult, { outcome: "already_invoiced" }>;

function invoiceOf(
  { deal }: Billing,
  { existing, created, plan, contact }: Told,
): MadeInvoice | undefined {
  if (existing)
    return { outcome: "recovered", deal, invoice: readInvoice(existing) };
  if (!created || !plan.oneTime) return undefined;
  const invoice = readInvoice(created);
  return { outcome: "created", deal, invoice, plan: plan.oneTime, contact };
}

/** Whatever bills the deal by now; the invoice of its one-time lines alone, where no schedule has begun. */
function billedSoFar(
  { deal, begun }: Billing,
  repeatingIds: string[],
  { invoices }: Told,
  made: MadeInvoice | undefined,
): StoredInvoice[] | undefined {
  const mark = made ? begun : deal.billing.mark;
  const billed = invoices
    ? billedInvoices(readInvoicesOfDeal(deal.id, invoices), {
        repeatingIds,
        mark,
      })
    : made && [made.invoice];
  return billed?.length
    ? billed.map((invoice) => ({ ...invoice, lines: [] }))
    : undefined;
}
