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
import { hubspotAccount, type Context } from "./context";

/** The deal with the ids of its lines and payers; one call. */
export async function readBillableDeal(
  context: Pick<Context, "hubspot" | "cache">,
  dealId: string,
): Promise<Deal> {
  const account = await hubspotAccount(context);
  const wire = await context.hubspot.get(
    "deals",
    dealId,
    {
      properties: DEAL_PROPERTIES,
      associations: ["line_items", "companies", "contacts"],
    },
    `deal ${dealId}`,
  );
  const cut = Object.values(wire.associations ?? {}).some(
    (association) => association?.paging,
  );
  if (!cut) return readDeal(wire, account);
  const associations = await readAssociations(context.hubspot, wire.id);
  return readDeal({ ...wire, associations }, account);
}

/** All associations of a deal that has more than a read of the deal brings along. */
async function readAssociations(hubspot: HubspotClient, dealId: string) {
  const [lineItems, companies, contacts] = await Promise.all(
    (["line_items", "companies", "contacts"] as const).map(async (type) =>
      (await hubspot.associated("deals", type, [dealId])).get(dealId),
    ),
  );
  return dealAssociations({ lineItems, companies, contacts });
}

/** The lines of a deal; one call for each hundred. */
export async function readDealLines(
  { hubspot }: Pick<Context, "hubspot">,
  deal: Deal,
): Promise<LineItem[]> {
  if (deal.lineItemIds.length === 0) return [];
  const wires = await hubspot.read(
    "line_items",
    deal.lineItemIds,
    LINE_ITEM_PROPERTIES,
  );
  return readLineItems(wires, deal.name);
}

/** Who pays for a deal; a company without a stored Xero contact comes with the person it is reached through. */
export async function readPayer(
  { hubspot }: Pick<Context, "hubspot">,
  deal: Deal,
): Promise<Customer> {
  const payer = choosePayer(deal);
  if (payer.type === "contact") {
    const [person] = await hubspot.read(
      "contacts",
      [payer.id],
      CONTACT_PROPERTIES,
    );
    return readContact(person!);
  }
  const [wire] = await hubspot.read(
    "companies",
    [payer.id],
    COMPANY_PROPERTIES,
  );
  const company = readCompany(wire!);
  if (company.xeroContactId || deal.contactIds.length === 0) return company;
  const people = await hubspot.read(
    "contacts",
    deal.contactIds,
    CONTACT_PROPERTIES,
  );
  return withBillingPerson(company, people.map(readContact));
}
