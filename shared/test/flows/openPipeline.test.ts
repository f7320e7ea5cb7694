import type { HubspotClient } from "../../src/hubspot/client";
import type { HubspotObject } from "../../src/hubspot/wire";
import { readOpenPipeline } from "../../src/flows/openPipeline";

const WANTED = {
  currency: "GBP",
  today: "2026-07-10",
  until: "2026-10-01",
};

const deal = (
  id: string,
  properties: Record<string, string> = {},
): HubspotObject => ({
  id,
  properties: {
    dealname: `Deal ${id}`,
    amount: "1000",
    deal_currency_code: "GBP",
    closedate: "2026-08-01T12:00:00.000Z",
    hs_deal_stage_probability: "0.4",
    ...properties,
  },
});

/** HubSpot with these pages of open deals, none of which has lines or a payer. */
function read(pages: HubspotObject[][], total = pages.flat().length) {
  const byId = new Map(pages.flat().map((wire) => [wire.id, wire]));
  const asked: (string | undefined)[] = [];
  const hubspot = {
    account: () =>
      Promise.resolve({
        portalId: 1,
        timeZone: "Europe/London",
        companyCurrency: "EUR",
        uiDomain: "app.hubspot.com",
      }),
    search: (_: string, { after }: { after?: string }) => {
      asked.push(after);
      const results = pages[asked.length - 1] ?? [];
      const isLast = asked.length >= pages.length;
      return Promise.resolve({
        results,
        total,
        ...(!isLast && { paging: { next: { after: "more" } } }),
      });
    },
    read: (type: string, ids: string[]) =>
      Promise.resolve(type === "deals" ? ids.map((id) => byId.get(id)!) : []),
    associated: () => Promise.resolve(new Map()),
  } as unknown as HubspotClient;
  const cache = {
    get: () => Promise.resolve(undefined),
    set: () => Promise.resolve(undefined),
  };
  return readOpenPipeline({ hubspot, cache }, WANTED).then((pipeline) => ({
    ...pipeline,
    asked,
  }));
}

it("counts a deal once that comes on two pages", async () => {
  const { deals, asked } = await read([
    [deal("1"), deal("2")],
    [deal("2"), deal("3")],
  ]);
  expect(deals.map(({ id }) => id)).toEqual(["1", "2", "3"]);
  expect(asked).toEqual([undefined, "2"]);
});

it("stops at five hundred deals, and says of how many", async () => {
  const page = (from: number, count: number) =>
    Array.from({ length: count }, (_, index) => deal(String(from + index)));
  const { deals, notes } = await read(
    [page(0, 200), page(200, 200), page(400, 100), page(500, 1)],
    12_000,
  );
  expect(deals).toHaveLength(500);
  expect(notes).toEqual([
    "Of 12000 open deals the 500 that close first are counted.",
  ]);
});

it("keeps a probability between nothing and certainty, and takes a stage without one for nothing", async () => {
  const { deals } = await read([
    [
      deal("1", { hs_deal_stage_probability: "40" }),
      deal("2", { hs_deal_stage_probability: "-1" }),
      deal("3", { hs_deal_stage_probability: "" }),
      deal("4", { hs_deal_stage_probability: "1" }),
    ],
  ]);
  expect(deals.map(({ probability }) => probability)).toEqual([1, 0, 0, 1]);
});

it("leaves out deals that HubSpot cannot convert, in one sentence for each currency", async () => {
  const { deals, notes } = await read([
    [
      deal("1", { deal_currency_code: "USD", hs_exchange_rate: "0.9" }),
      deal("2", { deal_currency_code: "USD", hs_exchange_rate: "0.9" }),
      deal("3", { deal_currency_code: "SEK" }),
      deal("4"),
    ],
  ]);
  expect(deals.map(({ id }) => id)).toEqual(["4"]);
  expect(notes).toEqual([
    '2 deals in USD are left out, "Deal 1" among them: HubSpot converts to EUR, not to GBP.',
    'Deal "Deal 3" is in SEK and left out: HubSpot converts to EUR, not to GBP.',
  ]);
});

it("leaves deals that Xero bills already to Xero's figures", async () => {
  const { deals } = await read([
    [
      deal("1", { xero_invoice_id: "an invoice" }),
      deal("2", { xero_repeating_invoice_id: "a repeating one" }),
      deal("3"),
    ],
  ]);
  expect(deals.map(({ id }) => id)).toEqual(["3"]);
});
