import type { DealTargets } from "../deal/dealTargets";
import type { OpenedDeal } from "../deal/openedDeal";
import { ConnectorError, validation } from "../error/connectorError";
import { liveInvoice } from "../invoice/byReference";
import type { DealInvoiceOptions } from "../invoice/options";
import { readInvoice } from "../invoice/readInvoice";
import type { Context } from "./context";
import type { MadeContacts } from "./createContacts";
import { createInvoiceBatch } from "./createInvoiceBatch";
import { dealBatches, markDeals } from "./dealBatches";
import {
  createDealLedger,
  type DealAccount,
  type DealLedger,
} from "./dealLedger";
import { findContacts } from "./findContacts";
import { finishDeals, type MadeInvoice } from "./finishDeals";
import { forDeal } from "./forDeal";
import { forOneRun } from "./oneRun";
import { openDeals, planDeals } from "./planDeals";
import { throwIfNothingDone } from "./nothingDone";
import {
  listStageDeals,
  MORE_IN_STAGE,
  noteStageDeals,
  type StageDeals,
} from "./stageDeals";

export interface DealsInvoiceResult {
  /** What became of each deal, in the order in which they were asked for. */
  accounts: DealAccount[];
  /** The stage holds more deals without an invoice than one run takes. */
  more: boolean;
}

/** Xero e-mails one invoice a call, and takes 60 calls a minute. */
const MOST_EMAILS = 20;

/**
 * The job of `createInvoiceFromDeal` for up to a hundred deals: read, decided, marked, created and written back in
 * batches, each deal for itself. Reading comes before every write, and the once-only guard is the same: whatever
 * breaks, the next run finds what was made and makes the rest.
 * @throws ConnectorError where no deal has got its invoice
 */
export async function createInvoicesFromDeals(
  outer: Context,
  chosen: DealTargets,
  options: DealInvoiceOptions,
): Promise<DealsInvoiceResult> {
  const context = forOneRun(outer);
  const listed = await listTargets(context, chosen, options);
  const { targets, more } = listed;
  if (options.sendEmail && targets.length > MOST_EMAILS)
    throw validation(
      `Xero e-mails one invoice at a time, so one run with e-mails takes ${MOST_EMAILS} deals, not ${targets.length}. Split the list, or do not e-mail: nothing was made.`,
    );
  const ledger = createDealLedger(targets.map(({ dealId }) => dealId));
  const opened = stillChosen(
    chosen,
    await openDeals(context, targets, options, ledger),
    ledger,
  );
  const open = await recoverDeals(context, opened, options, ledger);
  await invoiceDeals(context, open, options, ledger);
  const accounts = ledger.accounts();
  if ("stage" in chosen)
    await noteStageDeals(context, chosen.stage, listed, accounts);
  throwIfNothingDone(accounts, more ? [MORE_IN_STAGE] : []);
  return { accounts, more };
}

async function listTargets(
  context: Pick<Context, "hubspot" | "xero" | "cache">,
  chosen: DealTargets,
  { oncePer }: DealInvoiceOptions,
): Promise<StageDeals> {
  if ("deals" in chosen)
    return { targets: chosen.deals, passed: 0, more: false };
  if (oncePer === "stage_entry")
    throw validation(
      "Deals of a stage can be invoiced once per deal only. To invoice each entry into a stage, map the event IDs of the trigger to Deals.",
    );
  return listStageDeals(context, chosen.stage);
}

/** Search lags behind by up to half a minute: a deal that was moved to Lost a moment ago is found among the won ones. */
function stillChosen(
  chosen: DealTargets,
  opened: readonly OpenedDeal[],
  ledger: DealLedger,
): readonly OpenedDeal[] {
  if (!("stage" in chosen)) return opened;
  const { pipelineId, stageId } = chosen.stage;
  return opened.filter(({ deal }) => {
    const isThere = deal.pipelineId === pipelineId && deal.stageId === stageId;
    if (!isThere)
      ledger.fail(
        { id: deal.id, deal },
        validation(
          `Deal "${deal.name}" was not invoiced: it has left the stage.`,
        ),
      );
    return isThere;
  });
}

/** Finds what earlier runs made without the deal's knowing, and puts it onto the deals; gives the deals that are left. */
async function recoverDeals(
  context: Context,
  opened: readonly OpenedDeal[],
  options: DealInvoiceOptions,
  ledger: DealLedger,
): Promise<OpenedDeal[]> {
  const references = opened.flatMap(({ mayExist, reference }) =>
    mayExist ? reference : [],
  );
  const found = await context.xero.invoicesByReferences(references);
  const left: OpenedDeal[] = [];
  const made: MadeInvoice[] = [];
  for (const entry of opened) {
    const { deal, begun, reference } = entry;
    const wire = entry.mayExist ? liveInvoice(found, reference) : undefined;
    if (!wire) left.push(entry);
    // Without a mark of ours the deal shows a later entry's invoice, and the newest leads.
    else if (!entry.mark)
      ledger.settle({ outcome: "recovered", deal, invoice: readInvoice(wire) });
    else made.push({ deal, mark: begun, wire, isNew: false });
  }
  await finishDeals(context, made, [], options, ledger);
  return left;
}

async function invoiceDeals(
  context: Context,
  open: readonly OpenedDeal[],
  options: DealInvoiceOptions,
  ledger: DealLedger,
): Promise<void> {
  const planned = await planDeals(context, open, options, ledger);
  const payable = await findContacts(
    context,
    planned,
    options.customerMatch,
    ledger,
  );
  const made: MadeContacts = new Map();
  const batches = await markDeals(
    context,
    dealBatches(context, payable),
    ledger,
  );
  let stopped: ConnectorError | undefined;
  for (const batch of batches) {
    if (!stopped)
      stopped = await createInvoiceBatch(context, batch, made, options, ledger);
    else
      for (const { deal } of batch.deals)
        ledger.fail({ id: deal.id, deal }, forDeal(stopped, deal));
  }
}
