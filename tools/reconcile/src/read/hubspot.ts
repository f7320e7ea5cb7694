import {
  CUSTOMER_TYPES,
  LINK,
  type CustomerType,
} from "@hubspot-xero/shared/flows/hubspotCustomers";
import type { HubspotObject } from "@hubspot-xero/shared/hubspot/wire";
import type { Clients } from "../clients";
import type { Pace } from "../pace";
import type { HubspotRecord } from "../proposal";

/** HubSpot's largest page and batch. */
export const HUBSPOT_PAGE = 100;

export interface HubspotPage {
  objects: HubspotObject[];
  /** Where the next page begins; undefined behind the last one. */
  after?: string | undefined;
}

type Hubspot = Pick<Clients, "hubspot">;

/** One page of the companies or contacts that are not archived, with what the Zaps read of them. */
export async function readHubspotPage(
  { hubspot }: Hubspot,
  pace: Pace,
  type: CustomerType,
  after: string | undefined,
): Promise<HubspotPage> {
  const { objects, properties } = CUSTOMER_TYPES[type];
  const page = await pace.again(() =>
    pace.call("hubspot", objects, () =>
      hubspot[objects].basicApi.getPage(
        HUBSPOT_PAGE,
        after,
        [...properties],
        undefined,
        type === "contact" ? ["companies"] : undefined,
      ),
    ),
  );
  return {
    objects: page.results.map(({ id, properties: read, associations }) => ({
      id,
      associations,
      properties: Object.fromEntries(
        Object.entries(read).filter(([, value]) => value),
      ),
    })),
    after: page.paging?.next?.after,
  };
}

/** The links that some records have at this moment, by record; a record that is gone is missing. */
export async function readHubspotLinks(
  { hubspot }: Hubspot,
  pace: Pace,
  type: CustomerType,
  ids: readonly string[],
): Promise<Map<string, string | undefined>> {
  const { objects } = CUSTOMER_TYPES[type];
  const { results } = await pace.call("hubspot", objects, () =>
    hubspot[objects].batchApi.read({
      inputs: ids.map((id) => ({ id })),
      properties: [LINK],
      propertiesWithHistory: [],
    }),
  );
  return new Map(
    results.map(({ id, properties }) => [id, properties[LINK] || undefined]),
  );
}

export function toRecord(
  type: CustomerType,
  wire: HubspotObject,
): HubspotRecord {
  return {
    customer: CUSTOMER_TYPES[type].read(wire),
    domain: wire.properties["domain"] ?? undefined,
    hasCompany: Boolean(wire.associations?.["companies"]?.results?.length),
  };
}
