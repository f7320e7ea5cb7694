import { openAccount } from "./account";

const DEALS = "/crm/objects/2026-09/deals";

test("an unknown key is not let in", async () => {
  const answer = await openAccount().call("GET", DEALS, undefined, "stolen");
  expect(answer.status).toBe(401);
  expect(answer.at("category")).toBe("INVALID_AUTHENTICATION");
});

test.each([
  ["POST", DEALS, "crm.objects.deals.write"],
  [
    "POST",
    "/crm/objects/2026-09/line_items/batch/read",
    "crm.objects.line_items.read",
  ],
  ["GET", `${DEALS}/1?associations=line_items`, "crm.objects.line_items.read"],
  ["POST", "/crm/objects/2026-09/notes", "crm.objects.contacts.write"],
  ["POST", "/crm/properties/2026-09/deals", "crm.schemas.deals.write"],
  ["POST", "/crm/properties/2026-09/line_items", "e-commerce"],
  ["GET", "/crm/owners/2026-09", "crm.objects.owners.read"],
  ["GET", "/tax-rates/2026-09/tax-rates", "tax_rates.read"],
  [
    "GET",
    "/settings/currencies/2026-09/company-currency",
    "settings.currencies.read",
  ],
])("%s %s says which scope is missing", async (method, path, scope) => {
  const body = method === "POST" ? {} : undefined;
  const answer = await openAccount().call(method, path, body, "deals-only");
  expect(answer.status).toBe(403);
  expect(answer.body).toMatchObject({
    category: "MISSING_SCOPES",
    errors: [{ context: { requiredGranularScopes: [scope] } }],
  });
});

test("account details need no scope", async () => {
  const answer = await openAccount().call(
    "GET",
    "/account-info/2026-09/details",
    undefined,
    "deals-only",
  );
  expect(answer.body).toEqual({
    portalId: 147893286,
    accountType: "STANDARD",
    timeZone: "US/Eastern",
    companyCurrency: "USD",
    additionalCurrencies: ["EUR"],
    utcOffset: "-04:00",
    utcOffsetMilliseconds: -14400000,
    uiDomain: "app-eu1.hubspot.com",
    dataHostingLocation: "eu1",
  });
});

describe("rate limits", () => {
  test("a burst is stopped until ten seconds have rolled on", async () => {
    const { call, clock } = openAccount({ limits: { burstPer10s: 2 } });
    const first = await call("GET", DEALS);
    expect(first.headers.get("x-hubspot-ratelimit-max")).toBe("2");
    expect(first.headers.get("x-hubspot-ratelimit-remaining")).toBe("1");
    await call("GET", DEALS);
    const stopped = await call("GET", DEALS);
    expect(stopped.status).toBe(429);
    expect(stopped.body).toMatchObject({
      message: "You have reached your ten_secondly_rolling limit.",
      policyName: "TEN_SECONDLY_ROLLING",
    });
    clock.advance(10_000);
    expect((await call("GET", DEALS)).status).toBe(200);
  });

  test("searches have a limit of their own, and no headers", async () => {
    const { call, clock } = openAccount({ limits: { searchPerSecond: 1 } });
    const first = await call("POST", `${DEALS}/search`, {});
    expect(first.headers.has("x-hubspot-ratelimit-max")).toBe(false);
    const stopped = await call("POST", `${DEALS}/search`, {});
    expect(stopped.at("policyName")).toBe("SECONDLY");
    clock.advance(1000);
    expect((await call("POST", `${DEALS}/search`, {})).status).toBe(200);
  });

  test("the day turns at midnight of the account", async () => {
    const { call, clock } = openAccount({ limits: { daily: 1 } });
    await call("GET", DEALS);
    const toMidnight =
      Date.parse("2026-03-13T04:00:00Z") - clock.now().getTime();
    clock.advance(toMidnight - 1);
    const stopped = await call("GET", DEALS);
    expect(stopped.at("policyName")).toBe("DAILY");
    clock.advance(1);
    expect((await call("GET", DEALS)).status).toBe(200);
  });

  test("can be switched off", async () => {
    const { call } = openAccount({
      limits: { enforce: false, burstPer10s: 0, daily: 0 },
    });
    expect((await call("GET", DEALS)).status).toBe(200);
  });
});
