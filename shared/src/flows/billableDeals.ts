import { choosePayer } from "../customer/choosePayer";
import {
  readCompany,
  readContact,
  withBillingPerson,
  type Customer,
} from "../customer/customer";
import { dateInZone, type CalendarDate } from "../date/calendarDate";
import { dealAssociations } from "../deal/associations";
import { readDeal, type Deal } from "../deal/deal";
import { readLineItems, type LineItem } from "../deal/lineItem";
import { ConnectorError } from "../error/connectorError";
import type { HubspotClient } from "../hubspot/client";
import {
  COMPANY_PROPERTIES,
  CONTACT_PROPERTIES,
  DEAL_PROPERTIES,
  LINE_ITEM_PROPERTIES,
} from "../hubspot/properties";
import type { HubspotObject } from "../hubspot/wire";
import type { Cache } from "../transport/cache";
import { hubspotAccount } from "./context";

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
  const { hubspot } = context;
  const ids = [...new Set(dealIds)];
  const [account, wires, lines, companies, contacts] = await Promise.all([
    hubspotAccount(context),
    hubspot.read("deals", ids, DEAL_PROPERTIES, { missing: "skip" }),
    hubspot.associated("deals", "line_items", ids),
    hubspot.associated("deals", "companies", ids),
    hubspot.associated("deals", "contacts", ids),
  ]);
  const deals = wires.map((wire) => {
    const associations = dealAssociations({
      lineItems: lines.get(wire.id),
      companies: companies.get(wire.id),
      contacts: contacts.get(wire.id),
    });
    return readDeal({ ...wire, associations }, account);
  });
  const records = await readAssociated(hubspot, deals);
  return new Map(
    deals.map((deal) => [
      deal.id,
      {
        deal,
        closeDate:
          deal.closeDate && dateInZone(deal.closeDate, account.timeZone),
        ...bill(deal, records),
      },
    ]),
  );
}

type Records = Record<
  "lineItems" | "companies" | "contacts",
  Map<string, HubspotObject>
>;

async function readAssociated(
  hubspot: HubspotClient,
  deals: readonly Deal[],
): Promise<Records> {
  const read = async (
    type: "line_items" | "companies" | "contacts",
    ids: string[],
    properties: readonly string[],
  ) =>
    new Map(
      (await hubspot.read(type, ids, properties, { missing: "skip" })).map(
        (wire) => [wire.id, wire],
      ),
    );
  const [lineItems, companies, contacts] = await Promise.all([
    read(
      "line_items",
      deals.flatMap((deal) => deal.lineItemIds),
      LINE_ITEM_PROPERTIES,
    ),
    read(
      "companies",
      deals.flatMap((deal) => deal.companies.map(({ id }) => id)),
      COMPANY_PROPERTIES,
    ),
    read(
      "contacts",
      deals.flatMap((deal) => deal.contactIds),
      CONTACT_PROPERTIES,
    ),
  ]);
  return { lineItems, companies, contacts };
}

/** A deal that cannot be billed still fires: the reason goes with it, and the other deals are not held up. */
function bill(
  deal: Deal,
  records: Records,
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

function payerOf(deal: Deal, records: Records): Customer | undefined {
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
