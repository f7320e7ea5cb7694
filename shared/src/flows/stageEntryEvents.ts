import { choosePayer } from "../customer/choosePayer";
import {
  readCompany,
  readContact,
  withBillingPerson,
  type Customer,
} from "../customer/customer";
import {
  dateInZone,
  type CalendarDate,
  type Instant,
} from "../date/calendarDate";
import type { Deal } from "../deal/deal";
import { readLineItems, type LineItem } from "../deal/lineItem";
import { ConnectorError } from "../error/connectorError";
import type { HubspotClient } from "../hubspot/client";
import { remember, type Cache } from "../transport/cache";
import { hubspotAccount } from "./context";
import { readDealRecords, readDeals, type DealRecords } from "./readDeals";
import type { StageEntry } from "./stageEntry";

/** A deal's entry into a stage, with what an invoice needs. */
export interface StageEntryEvent {
  id: string;
  enteredAt: Instant;
  stageId: string;
  stageName: string;
  deal: Deal;
  /** In the account's time zone. */
  closeDate?: CalendarDate;
  customer?: Customer;
  lineItems: LineItem[];
  /** Why the deal cannot be invoiced as it stands, as a sentence. */
  billingProblem?: string;
}

/**
 * Describes stage entries in seven calls for up to a hundred deals: the deals again by id, because a search lags
 * behind, then their associations and the associated records.
 */
export async function describeStageEntries(
  context: { hubspot: HubspotClient; cache: Cache },
  stageId: string,
  entries: readonly StageEntry[],
): Promise<StageEntryEvent[]> {
  if (entries.length === 0) return [];
  const { hubspot } = context;
  const ids = [...new Set(entries.map(({ dealId }) => dealId))];
  const [account, stageName, deals] = await Promise.all([
    hubspotAccount(context),
    findStageName(context, stageId),
    readDeals(context, ids),
  ]);
  const records = await readDealRecords(hubspot, [...deals.values()]);
  return entries.flatMap(({ id, dealId, enteredAt }) => {
    const deal = deals.get(dealId);
    return deal
      ? {
          id,
          enteredAt,
          stageId,
          stageName,
          deal,
          closeDate:
            deal.closeDate && dateInZone(deal.closeDate, account.timeZone),
          ...bill(deal, records),
        }
      : [];
  });
}

/** A deal that cannot be billed still fires: the reason goes with it, and the other deals are not held up. */
function bill(
  deal: Deal,
  records: DealRecords,
): Pick<StageEntryEvent, "customer" | "lineItems" | "billingProblem"> {
  const problems: string[] = [];
  const attempt = <T>(read: () => T): T | undefined => {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof ConnectorError)) throw error;
      problems.push(error.message);
      return undefined;
    }
  };
  const wires = deal.lineItemIds.flatMap(
    (id) => records.lineItems.get(id) ?? [],
  );
  if (wires.length < deal.lineItemIds.length)
    problems.push(`Deal "${deal.name}" has lines that could not be read.`);
  return {
    lineItems: attempt(() => readLineItems(wires, deal.name)) ?? [],
    customer: attempt(() => payerOf(deal, records)),
    billingProblem: problems.join(" ") || undefined,
  };
}

function payerOf(deal: Deal, records: DealRecords): Customer | undefined {
  const payer = choosePayer(deal);
  const people = deal.contactIds.flatMap((id) => {
    const wire = records.contacts.get(id);
    return wire ? [readContact(wire)] : [];
  });
  if (payer.type === "contact")
    return people.find(({ hubspotId }) => hubspotId === payer.id);
  const company = records.companies.get(payer.id);
  return company && withBillingPerson(readCompany(company), people);
}

async function findStageName(
  { hubspot, cache }: { hubspot: HubspotClient; cache: Cache },
  stageId: string,
): Promise<string> {
  const names = await remember(cache, "deal-stage-names", 3600, async () =>
    Object.fromEntries(
      (await hubspot.pipelines()).flatMap(({ stages }) =>
        stages.map(({ id, label }) => [id, label]),
      ),
    ),
  );
  return names[stageId] ?? stageId;
}
