import { choosePayer } from "../customer/choosePayer";
import {
  readCompany,
  readContact,
  withBillingPerson,
  type Customer,
} from "../customer/customer";
import { dealAssociations } from "../deal/associations";
import { readDeal, type Deal } from "../deal/deal";
import { readLineItems, type LineItem } from "../deal/lineItem";
import type { HubspotClient } from "../hubspot/client";
import {
  COMPANY_PROPERTIES,
  CONTACT_PROPERTIES,
  DEAL_PROPERTIES,
  LINE_ITEM_PROPERTIES,
} from "../hubspot/properties";
import { notReturned } from "../hubspot/records";
import type { HubspotObject } from "../hubspot/wire";
import { hubspotAccount, type Context } from "./context";

/** The lines and payers of some deals, by id. */
export type DealRecords = Record<
  "lineItems" | "companies" | "contacts",
  Map<string, HubspotObject>
>;

/** Up to a hundred deals with the ids of their lines and payers, in four calls; one that is gone is left out. */
export async function readDeals(
  context: Pick<Context, "hubspot" | "cache">,
  ids: readonly string[],
): Promise<Map<string, Deal>> {
  if (ids.length === 0) return new Map();
  const { hubspot } = context;
  const [account, wires, lines, companies, contacts] = await Promise.all([
    hubspotAccount(context),
    hubspot.read("deals", ids, DEAL_PROPERTIES, { missing: "skip" }),
    hubspot.associated("deals", "line_items", ids),
    hubspot.associated("deals", "companies", ids),
    hubspot.associated("deals", "contacts", ids),
  ]);
  return new Map(
    wires.map((wire) => {
      const associations = dealAssociations({
        lineItems: lines.get(wire.id),
        companies: companies.get(wire.id),
        contacts: contacts.get(wire.id),
      });
      return [wire.id, readDeal({ ...wire, associations }, account)];
    }),
  );
}

/** Whatever is associated with the deals, a hundred records in each call; what is gone is left out. */
export async function readDealRecords(
  hubspot: HubspotClient,
  deals: readonly Deal[],
): Promise<DealRecords> {
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

/**
 * The lines of a deal.
 * @throws ConnectorError `notFound` for one that is gone: it must never be billed as nothing; `validation` for one
 *   that cannot be billed
 */
export function linesOf(deal: Deal, { lineItems }: DealRecords): LineItem[] {
  const wires = deal.lineItemIds.map((id) => {
    const wire = lineItems.get(id);
    if (wire) return wire;
    throw notReturned("line_items", id);
  });
  return readLineItems(wires, deal.name);
}

/**
 * Who pays for a deal; a company without a stored Xero contact comes with the person it is reached through.
 * @throws ConnectorError `validation` where that is a question for a person; `notFound` where a record is gone, in
 *   whose place nobody else is billed
 */
export function payerOf(
  deal: Deal,
  { companies, contacts }: DealRecords,
): Customer {
  const payer = choosePayer(deal);
  const person = (id: string) => {
    const wire = contacts.get(id);
    if (wire) return readContact(wire);
    throw notReturned("contacts", id);
  };
  if (payer.type === "contact") return person(payer.id);
  const wire = companies.get(payer.id);
  if (!wire) throw notReturned("companies", payer.id);
  const company = readCompany(wire);
  return company.xeroContactId
    ? company
    : withBillingPerson(company, deal.contactIds.map(person));
}
