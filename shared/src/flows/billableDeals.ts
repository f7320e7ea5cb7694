import type { Customer } from "../customer/customer";
import { dateInZone, type CalendarDate } from "../date/calendarDate";
import type { Deal } from "../deal/deal";
import type { LineItem } from "../deal/lineItem";
import { ConnectorError } from "../error/connectorError";
import type { HubspotClient } from "../hubspot/client";
import type { Cache } from "../transport/cache";
import { hubspotAccount } from "./context";
import {
  linesOf,
  payerOf,
  readDealRecords,
  readDeals,
  type DealRecords,
} from "./readDeals";

/** A deal with what an invoice needs. */
export interface BillableDeal {
  deal: Deal;
  /** In the account's time zone. */
  closeDate?: CalendarDate;
  customer?: Customer;
  lineItems: LineItem[];
  /** Why the deal cannot be invoiced as it stands, as a sentence. */
  billingProblem?: string;
}

/**
 * Reads up to a hundred deals in seven calls: the deals by id, because a search lags behind, then their associations
 * and the associated records.
 * @returns by deal; those that are gone are left out
 */
export async function readBillableDeals(
  context: { hubspot: HubspotClient; cache: Cache },
  dealIds: readonly string[],
): Promise<Map<string, BillableDeal>> {
  const { timeZone } = await hubspotAccount(context);
  const deals = await readDeals(context, [...new Set(dealIds)]);
  const records = await readDealRecords(context.hubspot, [...deals.values()]);
  return new Map(
    [...deals].map(([id, deal]) => [
      id,
      {
        deal,
        closeDate: deal.closeDate && dateInZone(deal.closeDate, timeZone),
        ...bill(deal, records),
      },
    ]),
  );
}

/** A deal that cannot be billed still fires: the reason goes with it, and the other deals are not held up. */
function bill(
  deal: Deal,
  records: DealRecords,
): Pick<BillableDeal, "customer" | "lineItems" | "billingProblem"> {
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
  return {
    lineItems: attempt(() => linesOf(deal, records)) ?? [],
    customer: attempt(() => payerOf(deal, records)),
    billingProblem: problems.join(" ") || undefined,
  };
}
