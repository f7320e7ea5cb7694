import { MOST_DEALS, type DealTarget } from "../deal/dealTargets";
import type { Context } from "./context";
import { isRefused, type DealAccount } from "./dealLedger";

export interface Stage {
  pipelineId: string;
  stageId: string;
}

export interface StageDeals {
  targets: DealTarget[];
  /** How many deals of the stage without an invoice were passed over: those that earlier runs were refused. */
  passed: number;
  /** The stage holds more deals behind these. */
  more: boolean;
}

export const MORE_IN_STAGE = "The stage holds more deals: run this step again.";

const DAY = 86_400;
/** HubSpot pages no further. */
const MOST_FOUND = 10_000;

/**
 * The deals of a stage that have no invoice, a hundred at most, in the order in which they were created. Refused deals
 * stay in the stage; so that they keep none behind them waiting, a run goes on behind those that the last one was
 * refused, and after the last deal begins anew. One call, or two where the stage has shrunk since.
 */
export async function listStageDeals(
  context: Pick<Context, "hubspot" | "xero" | "cache">,
  stage: Stage,
): Promise<StageDeals> {
  const passed = Number((await context.cache.get(keyOf(context, stage))) ?? 0);
  const found = await search(context, stage, passed);
  return found.targets.length === 0 && passed > 0
    ? search(context, stage, 0)
    : found;
}

async function search(
  { hubspot }: Pick<Context, "hubspot">,
  { pipelineId, stageId }: Stage,
  passed: number,
): Promise<StageDeals> {
  const is = (propertyName: string, value: string) => ({
    propertyName,
    operator: "EQ",
    value,
  });
  const { results, total } = await hubspot.search("deals", {
    filterGroups: [
      {
        filters: [
          is("pipeline", pipelineId),
          is("dealstage", stageId),
          { propertyName: "xero_invoice_id", operator: "NOT_HAS_PROPERTY" },
        ],
      },
    ],
    sorts: [{ propertyName: "createdate", direction: "ASCENDING" }],
    properties: ["dealname"],
    limit: MOST_DEALS,
    ...(passed > 0 && { after: String(passed) }),
  });
  return {
    targets: results.map(({ id }) => ({ dealId: id })),
    passed,
    more: total > passed + results.length,
  };
}

/**
 * Remembers for a day where the next run over the stage goes on. Where a deal failed, which the next run may finish, it
 * stays where it is.
 */
export async function noteStageDeals(
  context: Pick<Context, "xero" | "cache">,
  stage: Stage,
  { passed, more }: StageDeals,
  accounts: readonly DealAccount[],
): Promise<void> {
  const isFailed = accounts.some(
    (account) => "error" in account && !isRefused(account),
  );
  const refused = accounts.filter(
    (account) => isRefused(account) && account.deal?.stageId === stage.stageId,
  );
  const behind = more ? passed + refused.length : 0;
  const next = isFailed ? passed : behind;
  await context.cache.set(
    keyOf(context, stage),
    next + MOST_DEALS > MOST_FOUND ? 0 : next,
    DAY,
  );
}

/** Another organisation refuses other deals. */
function keyOf(
  { xero }: Pick<Context, "xero">,
  { pipelineId, stageId }: Stage,
): string {
  return `stage-deals-${xero.tenantId}-${pipelineId}-${stageId}`;
}
