import { dealBilling, writeDealBilling } from "../deal/dealBilling";
import type { Deal } from "../deal/deal";
import { settledMark, writeSyncMark, type SyncMark } from "../deal/syncMark";
import { ConnectorError } from "../error/connectorError";
import type { DealInvoiceOptions } from "../invoice/options";
import type { InvoicePlan } from "../invoice/planInvoice";
import { readInvoice, type StoredInvoice } from "../invoice/readInvoice";
import type { XeroInvoice } from "../xero/wire";
import { todayOf, type Context } from "./context";
import { invoicesOfSameDeal } from "./dealInvoices";
import type { DealLedger } from "./dealLedger";
import { emailOnce } from "./emailOnce";
import type { ResolvedContact } from "./findOrCreateContact";
import { forDeal, notShown } from "./forDeal";

/** An invoice that stands in Xero and is not on its deal yet. */
export type MadeInvoice = { deal: Deal; mark: SyncMark; wire: XeroInvoice } & (
  | { isNew: false }
  | { isNew: true; plan: InvoicePlan; contact: ResolvedContact }
);

/**
 * E-mails where asked, then writes the invoices onto their deals, and on the others that Xero made none for them; one
 * call for each hundred deals.
 */
export async function finishDeals(
  context: Context,
  made: readonly MadeInvoice[],
  refused: readonly { deal: Deal; mark: SyncMark }[],
  options: DealInvoiceOptions,
  ledger: DealLedger,
): Promise<void> {
  const finished = await ledger.each(made, (entry) =>
    describe(context, entry, options),
  );
  const changes = [
    ...finished.map(({ deal, properties }) => change(deal, properties)),
    ...refused.map(({ deal, mark }) =>
      change(deal, {
        xero_sync_mark: writeSyncMark({ ...mark, state: "refused" }),
      }),
    ),
  ];
  if (changes.length === 0) return;
  const problem = await writeAll(context, changes);
  for (const entry of finished) {
    const { deal, invoice } = entry;
    const error = problem(deal.id);
    if (error)
      ledger.fail(
        { id: deal.id, deal },
        forDeal(error, deal, notShown(invoice)),
        invoice,
      );
    else ledger.settle(resultOf(entry));
  }
}

type Described = MadeInvoice & {
  invoice: StoredInvoice;
  emailProblem?: string;
  properties: Record<string, string>;
};

async function describe(
  context: Context,
  entry: MadeInvoice,
  { sendEmail }: DealInvoiceOptions,
): Promise<Described> {
  const { deal, mark, wire } = entry;
  const invoice = readInvoice(wire);
  const emailProblem = sendEmail
    ? await emailOnce(context, invoice)
    : undefined;
  try {
    // An invoice on the deal already is another stage entry's: their figures add up.
    const invoices = deal.billing.invoiceId
      ? await invoicesOfSameDeal(context, invoice)
      : ([invoice] as const);
    const properties = {
      ...writeDealBilling(dealBilling(invoices, await todayOf(context))),
      ...settledMark(writeSyncMark({ ...mark, state: "done" })),
    };
    return { ...entry, invoice, emailProblem, properties };
  } catch (error) {
    throw forDeal(error, deal, notShown(invoice));
  }
}

function change({ id, name }: Deal, properties: Record<string, string>) {
  return { id, properties, record: `deal "${name}"` };
}

/** @returns what stood against the change of a deal; what stands against the call stands against all of them */
async function writeAll(
  { hubspot }: Pick<Context, "hubspot">,
  changes: ReturnType<typeof change>[],
): Promise<(dealId: string) => ConnectorError | undefined> {
  try {
    const refused = await hubspot.updateMany("deals", changes);
    return (dealId) => refused.get(dealId);
  } catch (error) {
    if (error instanceof ConnectorError && error.kind !== "auth")
      return () => error;
    throw error;
  }
}

function resultOf(entry: Described) {
  const { deal, invoice, emailProblem } = entry;
  const common = { deal, invoice, emailProblem };
  return entry.isNew
    ? {
        outcome: "created" as const,
        ...common,
        plan: entry.plan,
        contact: entry.contact,
      }
    : { outcome: "recovered" as const, ...common };
}
