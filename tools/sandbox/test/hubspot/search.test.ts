import { openAccount } from "./account";

const SEARCH = "/crm/objects/2026-09/deals/search";

function deals() {
  const account = openAccount({ limits: { enforce: false } });
  const { hubspot, clock } = account;
  const make = (properties: Record<string, string>) => {
    clock.advance(1000);
    return hubspot.create("deals", properties);
  };
  make({ dealname: "Blue Website", amount: "100", dealtype: "newbusiness" });
  make({ dealname: "Red Shop", amount: "20.5", dealstage: "closedwon" });
  make({ dealname: "blue shop", closedate: "2026-06-01" });
  const names = async (body: object) => {
    const answer = await account.call("POST", SEARCH, body);
    return answer.status === 200
      ? [0, 1, 2]
          .map((index) => answer.at(`results.${index}.properties.dealname`))
          .filter((name) => name !== undefined)
          .join()
      : answer.at("message");
  };
  return { ...account, names };
}

const one = (
  propertyName: string,
  operator: string,
  more: Record<string, unknown> = {},
) => ({ filterGroups: [{ filters: [{ propertyName, operator, ...more }] }] });

test.each([
  ["amount", "GTE", { value: "20.50" }, "Blue Website,Red Shop"],
  ["amount", "GT", { value: "20.5" }, "Blue Website"],
  ["amount", "LT", { value: "100" }, "Red Shop"],
  ["amount", "LTE", { value: "9" }, ""],
  ["amount", "BETWEEN", { value: "20", highValue: "21" }, "Red Shop"],
  ["dealname", "EQ", { value: "BLUE SHOP" }, "blue shop"],
  ["dealname", "NEQ", { value: "blue shop" }, "Blue Website,Red Shop"],
  ["dealname", "IN", { values: ["red shop"] }, "Red Shop"],
  ["dealname", "IN", { values: ["Red Shop"] }, ""],
  ["dealname", "NOT_IN", { values: ["red shop"] }, "Blue Website,blue shop"],
  ["dealname", "CONTAINS_TOKEN", { value: "blue" }, "Blue Website,blue shop"],
  ["dealname", "CONTAINS_TOKEN", { value: "web*" }, "Blue Website"],
  ["dealname", "NOT_CONTAINS_TOKEN", { value: "blue" }, "Red Shop"],
  ["closedate", "EQ", { value: "1780272000000" }, "blue shop"],
  ["closedate", "LT", { value: "2026-04-01T00:00:00Z" }, "Red Shop"],
  ["closedate", "HAS_PROPERTY", {}, "Red Shop,blue shop"],
  ["amount", "NOT_HAS_PROPERTY", {}, "blue shop"],
  ["dealtype", "EQ", { value: "newbusiness" }, "Blue Website"],
  ["dealtype", "EQ", { value: "NEWBUSINESS" }, ""],
  [
    "hs_v2_date_entered_closedwon",
    "GTE",
    { value: "2026-03-12T07:34:05.846Z" },
    "Red Shop",
  ],
])("%s %s %j finds %s", async (name, operator, more, found) => {
  expect(await deals().names(one(name, operator, more))).toBe(found);
});

test("filters of a group must all hold, of groups one is enough", async () => {
  const { names } = deals();
  const blue = {
    propertyName: "dealname",
    operator: "CONTAINS_TOKEN",
    value: "blue",
  };
  const shop = { ...blue, value: "shop" };
  expect(await names({ filterGroups: [{ filters: [blue, shop] }] })).toBe(
    "blue shop",
  );
  expect(
    await names({ filterGroups: [{ filters: [blue] }, { filters: [shop] }] }),
  ).toBe("Blue Website,Red Shop,blue shop");
  expect(await names({ filters: [blue, shop] })).toBe("blue shop");
  expect(await names({ query: "sho blue" })).toBe("blue shop");
});

test("sorts by value, with missing ones last", async () => {
  const { names } = deals();
  const sorts = [{ propertyName: "amount", direction: "ASCENDING" }];
  expect(await names({ sorts })).toBe("Red Shop,Blue Website,blue shop");
  expect(await names({ sorts: ["-createdate"] })).toBe(
    "blue shop,Red Shop,Blue Website",
  );
});

test("pages by offset", async () => {
  const { call } = deals();
  const first = await call("POST", SEARCH, { limit: 2 });
  expect(first.at("total")).toBe(3);
  expect(first.at("paging")).toEqual({ next: { after: "2" } });
  const last = await call("POST", SEARCH, { limit: 2, after: "2" });
  expect(last.at("results")).toHaveLength(1);
  expect(last.at("paging")).toBeUndefined();
});

test("associations are searched by a pseudo-property", async () => {
  const { call, hubspot } = deals();
  const contact = hubspot.create("contacts", { email: "ann@example.com" });
  const deal = hubspot.create("deals", {}, [
    { to: { type: "contact", id: contact.id }, typeId: 3 },
  ]);
  const answer = await call(
    "POST",
    SEARCH,
    one("associations.contact", "EQ", { value: contact.id }),
  );
  expect(answer.at("total")).toBe(1);
  expect(answer.at("results.0.id")).toBe(deal.id);
});

test("archived deals are not found", async () => {
  const { names, hubspot } = deals();
  hubspot.archive("deals", "500000000002");
  expect(await names({})).toBe("Blue Website,blue shop");
});

const filter = { propertyName: "amount", operator: "HAS_PROPERTY" };
const filters = (count: number) => Array.from({ length: count }, () => filter);
test.each([
  ["a page over 200", { limit: 201 }],
  ["results past 10,000", { limit: 200, after: "9801" }],
  ["a body over 3,000 characters", { query: "x".repeat(3000) }],
  ["seven filters in a group", { filterGroups: [{ filters: filters(7) }] }],
  ["six groups", { filterGroups: filters(6).map((f) => ({ filters: [f] })) }],
  [
    "nineteen filters",
    {
      filterGroups: [6, 6, 6, 1].map((count) => ({ filters: filters(count) })),
    },
  ],
  ["two sorts", { sorts: ["amount", "dealname"] }],
  ["an unknown operator", one("amount", "LIKE", { value: "1" })],
  ["BETWEEN without an end", one("amount", "BETWEEN", { value: "1" })],
  ["IN without values", one("amount", "IN", { value: "1" })],
  ["an unknown property", one("bogus", "EQ", { value: "1" })],
  ["a cursor that is no number", { after: "abc" }],
])("%s is refused", async (_, body) => {
  const { call } = deals();
  expect((await call("POST", SEARCH, body)).status).toBe(400);
});

test("what was written within the lag is missing, or as it was", async () => {
  const { hubspot, clock, call } = openAccount({
    limits: { searchLagMs: 10_000 },
  });
  const find = async (amount: string) =>
    (await call("POST", SEARCH, one("amount", "EQ", { value: amount }))).at(
      "results.0.properties.amount",
    );
  const { id } = hubspot.create("deals", { amount: "1" });
  expect(await find("1")).toBeUndefined();
  clock.advance(10_000);
  expect(await find("1")).toBe("1");
  hubspot.update("deals", id, { amount: "2" });
  expect(await find("2")).toBeUndefined();
  expect(await find("1")).toBe("1");
  const byId = await call("GET", `/crm/objects/2026-09/deals/${id}`);
  expect(byId.at("properties.amount")).toBe("2");
  clock.advance(10_000);
  expect(await find("2")).toBe("2");
  hubspot.archive("deals", id);
  expect(await find("2")).toBe("2");
});
