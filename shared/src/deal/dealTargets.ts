import { validation } from "../error/connectorError";
import { text, type Input } from "../input/input";
import { definedOnly } from "../transport/definedOnly";

/** One run takes no more: HubSpot reads and writes a hundred records in a call. */
export const MOST_DEALS = 100;

/** Which deals a step is to invoice: those of a list, or all that are in a stage without an invoice. */
export type DealTargets =
  { deals: DealTarget[] } | { stage: { pipelineId: string; stageId: string } };

export interface DealTarget {
  dealId: string;
  /** The event of the trigger, where the list names events. */
  stageEntryId?: string;
}

/**
 * Reads `dealIds`, a list or a text with commas, of deal IDs or of the trigger's event IDs, each deal once; else
 * `pipelineId` and `stageId`.
 * @throws ConnectorError `validation` for an empty, mixed or too long choice
 */
export function readDealTargets(input: Input): DealTargets {
  const isPerEntry = text(input, "oncePer") === "stage_entry";
  const deals = readList(input["dealIds"], isPerEntry);
  const pipelineId = text(input, "pipelineId");
  const stageId = text(input, "stageId");
  if (deals.length > 0 && stageId)
    throw validation(
      "Both Deals and Stage are filled in. Leave one of them empty.",
    );
  if (deals.length > MOST_DEALS)
    throw validation(
      `Deals has ${deals.length} different deals, and one run takes ${MOST_DEALS}. Split the list: nothing was made.`,
    );
  if (deals.length > 0) return { deals };
  if (pipelineId && stageId) return { stage: { pipelineId, stageId } };
  throw validation(
    stageId || pipelineId
      ? "Pipeline and Stage go together. Choose both."
      : "Deals is empty. Map deal IDs to it, or choose a pipeline and a stage.",
  );
}

function readList(value: unknown, isPerEntry: boolean): DealTarget[] {
  const entries = [value]
    .flat()
    .flatMap((entry) => String(entry ?? "").split(/[\s,;]+/))
    .filter(Boolean);
  const targets = new Map<string, DealTarget>();
  for (const entry of entries) {
    const [dealId = ""] = entry.split(":");
    const stageEntryId = entry === dealId ? undefined : entry;
    const known = targets.get(dealId);
    if (known && isPerEntry && known.stageEntryId !== stageEntryId)
      throw validation(
        `Deals names deal ${dealId.slice(0, 60)} with different events. One run invoices one entry of a deal: take the others out, and run this step again for them.`,
      );
    if (!known) targets.set(dealId, definedOnly({ dealId, stageEntryId }));
  }
  return [...targets.values()];
}
