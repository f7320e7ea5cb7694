import { listHubspotCustomers } from "../../src/flows/listHubspotCustomers";
import type { HubspotClient } from "../../src/hubspot/client";
import { createMemoryCache } from "../../src/transport/cache";

const NOW = Date.parse("2026-11-23T10:00:00Z");
const MINUTE = 60_000;

interface Search {
  filterGroups: { filters: { value: string }[] }[];
  limit: number;
  after?: string;
}

/** A portal with so many companies, one changed each minute. */
function portal(count: number) {
  const companies = Array.from({ length: count }, (_, index) => ({
    id: String(index + 1),
    properties: {
      name: `Company ${index + 1}`,
      hs_lastmodifieddate: new Date(
        NOW - (count - index) * MINUTE,
      ).toISOString(),
    },
  }));
  const search = async (
    _: string,
    { filterGroups, limit, after = "0" }: Search,
  ) => {
    const since = Number(filterGroups[0]?.filters[0]?.value);
    const results = companies
      .filter(
        ({ properties }) => Date.parse(properties.hs_lastmodifieddate) >= since,
      )
      .slice(Number(after), Number(after) + limit);
    return { results };
  };
  return { search } as unknown as HubspotClient;
}

it("hands out each change once, over the edges of pages too: Zapier refuses a poll with an id twice", async () => {
  const now = new Date(NOW).toISOString();
  const cache = createMemoryCache(() => NOW);
  const events = await listHubspotCustomers(
    { hubspot: portal(450), cache, now },
    { type: "company" },
  );
  // Newest first.
  expect(events.map(({ hubspotId }) => Number(hubspotId))).toEqual(
    Array.from({ length: 450 }, (_, index) => 450 - index),
  );
});
