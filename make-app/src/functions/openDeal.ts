import { choosePayer } from "@hubspot-xero/shared/customer/choosePayer";
import { readDeal } from "@hubspot-xero/shared/deal/deal";
import {
  openedDeal,
  type OpenedDeal,
} from "@hubspot-xero/shared/deal/openedDeal";
import { isSettled } from "@hubspot-xero/shared/deal/repeatingMark";
import { validation } from "@hubspot-xero/shared/error/connectorError";
import type {
  HubspotAccount,
  HubspotObject,
} from "@hubspot-xero/shared/hubspot/wire";
import {
  choice,
  flag,
  text,
  type Input,
} from "@hubspot-xero/shared/input/input";
import { attempt } from "./attempt";

/** What one request reads at once. */
const BATCH = 100;
/** How many requests for lines the module has. */
export const LINE_BATCHES = 5;
const MOST_LINES = LINE_BATCHES * BATCH;

/**
 * All batches from Make share one name, and so one key of Xero's: while one may still be under way, none with other
 * deals gets in.
 */
const BATCH_NAME = "make";

export interface DealToBill {
  opened: OpenedDeal;
  /** Read for repeating invoices. */
  isRepeating: boolean;
  /** What the step wants in references, before the key. */
  referenceText?: string;
  /** Billed already: nothing else is read, and no mark is left. */
  isDone: boolean;
  /** Batches of `{id}`, as HubSpot reads them. */
  lineBatches: { id: string }[][];
  companyId?: string;
  /** The person who pays, or those among whom a company's billing person is sought. */
  people: { id: string }[];
}

/** A deal that was read with its associations: what earlier runs left on it, and what is to be read next. */
export function openDeal(
  wire: HubspotObject,
  account: HubspotAccount,
  parameters: Input,
) {
  return attempt((): DealToBill => {
    const isCut = Object.values(wire.associations ?? {}).some(
      (association) => association?.paging,
    );
    const deal = readDeal(wire, account);
    if (isCut || deal.lineItemIds.length > MOST_LINES)
      throw validation(
        `Deal "${deal.name}" has more than ${MOST_LINES} lines or associated records. Split the deal in HubSpot.`,
      );
    const isRepeating = flag(parameters, "repeating");
    const referenceText = text(parameters, "reference");
    const opened = openedDeal(deal, {
      oncePer: isRepeating
        ? "deal"
        : choice(parameters, "oncePer", ["deal", "stage_entry"], "deal"),
      stageEntryId: text(parameters, "stageEntryId"),
      reference: referenceText,
      batch:
        !isRepeating && flag(parameters, "inBatch") ? BATCH_NAME : undefined,
    });
    const isDone = isRepeating
      ? isSettled(deal.billing.repeatingMark)
      : opened.invoiced;
    const read = { opened, isRepeating, referenceText, isDone };
    if (isDone) return { ...read, lineBatches: [], people: [] };
    const payer = choosePayer(deal);
    const ids = deal.lineItemIds.map((id) => ({ id }));
    return {
      ...read,
      lineBatches: Array.from(
        { length: Math.ceil(ids.length / BATCH) },
        (_, n) => ids.slice(n * BATCH, (n + 1) * BATCH),
      ),
      companyId: payer.type === "company" ? payer.id : undefined,
      people:
        payer.type === "company"
          ? // The first who has an address is taken, and one request reads no more.
            deal.contactIds.slice(0, BATCH).map((id) => ({ id }))
          : [{ id: payer.id }],
    };
  });
}
