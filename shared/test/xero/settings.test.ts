import { validation } from "../../src/error/connectorError";
import { createMemoryCache } from "../../src/transport/cache";
import { loadXeroItems } from "../../src/xero/items";
import { createXeroClient } from "../../src/xero/client";
import {
  checkCurrency,
  loadXeroSettings,
  withXeroSettings,
} from "../../src/xero/settings";
import { scriptedSend, type Reply } from "../scriptedSend";

const start = (...replies: Reply[]) => {
  const script = scriptedSend(...replies);
  const xero = createXeroClient({ send: script.send, tenantId: "tenant-1" });
  return { script, xero, cache: createMemoryCache(Date.now) };
};
const organisation: Reply = {
  call: "GET xero /Organisation",
  body: { Organisations: [{ Name: "Demo", BaseCurrency: "GBP" }] },
};
const accounts: Reply = {
  call: "GET xero /Accounts",
  body: {
    Accounts: [
      { Code: "200", Name: "Sales", Status: "ACTIVE", TaxType: "OUTPUT2" },
      { Code: "300", Name: "Old", Status: "ARCHIVED" },
      { Code: "090", Name: "Bank", Status: "ACTIVE", Type: "BANK" },
      { Code: "610", Status: "ACTIVE", SystemAccount: "DEBTORS" },
      {
        Code: "860",
        Name: "Rounding",
        Status: "ACTIVE",
        SystemAccount: "ROUNDING",
      },
      { Name: "No code", Status: "ACTIVE" },
    ],
  },
};
const taxRates: Reply = {
  call: "GET xero /TaxRates",
  body: {
    TaxRates: [
      {
        TaxType: "OUTPUT2",
        Name: "20%",
        Status: "ACTIVE",
        EffectiveRate: 20,
        CanApplyToRevenue: true,
      },
      {
        TaxType: "TAX001",
        Name: "8.25%",
        Status: "ACTIVE",
        EffectiveRate: 8.25,
      },
      {
        TaxType: "INPUT2",
        Name: "20%",
        Status: "ACTIVE",
        EffectiveRate: 20,
        CanApplyToRevenue: false,
      },
      {
        TaxType: "OUTPUT",
        Name: "17.5%",
        Status: "ARCHIVED",
        EffectiveRate: 17.5,
      },
    ],
  },
};

it("keeps what a sales line may use, and why the rest may not be used", async () => {
  const { xero, cache } = start(organisation, accounts, taxRates);
  expect(await loadXeroSettings(xero, cache)).toEqual({
    organisationName: "Demo",
    baseCurrency: "GBP",
    paysTax: true,
    accounts: {
      "200": { name: "Sales", taxType: "OUTPUT2" },
      "860": { name: "Rounding" },
    },
    refusedAccounts: {
      "300": "it is archived",
      "090": "it cannot be used on invoices",
      "610": "it cannot be used on invoices",
    },
    roundingAccount: "860",
    taxRates: {
      OUTPUT2: { name: "20%", rate: "20" },
      TAX001: { name: "8.25%", rate: "8.25" },
    },
  });
});

it("reads the settings once", async () => {
  const { script, xero, cache } = start(organisation, accounts, taxRates);
  await loadXeroSettings(xero, cache);
  await withXeroSettings(xero, cache, () => "decided");
  expect(script.calls).toHaveLength(3);
});

describe("what cached settings refuse", () => {
  const stale = validation("No account 270.", { maybeStale: true });
  const withAccount: Reply = {
    call: "GET xero /Accounts",
    body: { Accounts: [{ Code: "270", Name: "New", Status: "ACTIVE" }] },
  };
  const decide = ({ accounts: known }: { accounts: object }) => {
    if ("270" in known) return "decided";
    throw stale;
  };

  it("is decided again by fresh ones, which are cached", async () => {
    const { script, xero, cache } = start(
      ...[organisation, accounts, taxRates],
      ...[organisation, withAccount, taxRates],
    );
    expect(await withXeroSettings(xero, cache, decide)).toBe("decided");
    expect(await withXeroSettings(xero, cache, decide)).toBe("decided");
    expect(script.calls).toHaveLength(6);
  });

  it("is refused when the fresh ones say the same", async () => {
    const { xero, cache } = start(
      ...[organisation, accounts, taxRates],
      ...[organisation, accounts, taxRates],
    );
    await expect(withXeroSettings(xero, cache, decide)).rejects.toBe(stale);
  });

  it("is final where settings have nothing to do with it", async () => {
    const { script, xero, cache } = start(organisation, accounts, taxRates);
    const refuse = () => {
      throw validation("No lines.");
    };
    await expect(withXeroSettings(xero, cache, refuse)).rejects.toThrow(
      "No lines.",
    );
    expect(script.calls).toHaveLength(3);
  });
});

describe("currencies", () => {
  const currencies = (...codes: string[]): Reply => ({
    call: "GET xero /Currencies",
    body: { Currencies: codes.map((Code) => ({ Code })) },
  });
  const ask = async (...replies: Reply[]) => {
    const running = start(organisation, accounts, taxRates, ...replies);
    const { xero, cache } = running;
    await loadXeroSettings(xero, cache);
    const check = (code: string) =>
      checkCurrency(xero, cache, code, 'Deal "Website"');
    return { ...running, check };
  };

  it("the organisation's own needs no list", async () => {
    const { script, check } = await ask();
    await check("GBP");
    expect(script.calls).toHaveLength(3);
  });

  it("another is looked up once", async () => {
    const { script, check } = await ask(currencies("GBP", "EUR"));
    await check("EUR");
    await check("EUR");
    expect(script.calls).toHaveLength(4);
  });

  it("one that was added since is known after a second look", async () => {
    const { script, check } = await ask(
      currencies("GBP", "EUR"),
      currencies("GBP", "EUR", "USD"),
    );
    await check("EUR");
    await check("USD");
    expect(script.calls).toHaveLength(5);
  });

  it("one that the organisation lacks is refused with those it has", async () => {
    const list = currencies("GBP", "EUR");
    const { check } = await ask(list, list);
    await expect(check("USD")).rejects.toMatchObject({
      kind: "validation",
      message:
        'Deal "Website" is in USD, which Demo does not use in Xero (it has GBP, EUR). Nothing was made. Add USD in Xero (Settings > Currencies), which needs a plan with multi-currency, or choose one of those.',
    });
  });
});

it("keeps organisations apart", async () => {
  const list = (Code: string): Reply => ({
    call: "GET xero /Items",
    body: { Items: [{ Code }] },
  });
  const { script, xero, cache } = start(list("A"), list("B"));
  const other = createXeroClient({ send: script.send, tenantId: "tenant-2" });
  expect(await loadXeroItems(xero, cache, ["x"])).toEqual({ a: { code: "A" } });
  expect(await loadXeroItems(other, cache, ["x"])).toEqual({
    b: { code: "B" },
  });
  expect(await loadXeroItems(xero, cache, ["x"])).toEqual({ a: { code: "A" } });
});

it("knows items that are sold, whatever the case of their code", async () => {
  const { script, xero, cache } = start({
    call: "GET xero /Items",
    body: {
      Items: [
        {
          Code: "DESIGN",
          IsSold: true,
          SalesDetails: { AccountCode: "260", TaxType: "RROUTPUT" },
        },
        { Code: "Plain" },
        { Code: "BOUGHT", IsSold: false },
      ],
    },
  });
  expect(await loadXeroItems(xero, cache, ["x"])).toEqual({
    design: { code: "DESIGN", accountCode: "260", taxType: "RROUTPUT" },
    plain: { code: "Plain" },
  });
  expect(script.requests[0]?.query).toEqual({ unitdp: 4 });
});

it("reads no items where no line names one", async () => {
  const { script, xero, cache } = start();
  expect(await loadXeroItems(xero, cache, [undefined, ""])).toEqual({});
  expect(script.requests).toEqual([]);
});

describe("a code that the cached items do not hold", () => {
  const list = (...codes: string[]): Reply => ({
    call: "GET xero /Items",
    body: { Items: codes.map((Code) => ({ Code })) },
  });

  it("is looked for once, whatever its case", async () => {
    const { script, xero, cache } = start(list("A"));
    await loadXeroItems(xero, cache, ["a", "x"]);
    await loadXeroItems(xero, cache, ["X", "A", undefined]);
    expect(script.calls).toHaveLength(1);
  });

  it("is known after a second look, and so is what was unknown before", async () => {
    const { script, xero, cache } = start(list("A"), list("A", "B"));
    await loadXeroItems(xero, cache, ["x"]);
    expect(await loadXeroItems(xero, cache, ["b"])).toEqual({
      a: { code: "A" },
      b: { code: "B" },
    });
    await loadXeroItems(xero, cache, ["x", "b", "a"]);
    expect(script.calls).toHaveLength(2);
  });

  it("is no property of every object", async () => {
    const { script, xero, cache } = start(list("A"), list("A"));
    await loadXeroItems(xero, cache, ["a"]);
    await loadXeroItems(xero, cache, ["constructor"]);
    expect(script.calls).toHaveLength(2);
  });
});

it.each([
  // 1,795,392,000 s is 23 November 2026; 1,767,139,200 s is 31 December 2025
  ["none", {}, undefined],
  ["one", { PeriodLockDate: "/Date(1795392000000+0000)/" }, "2026-11-23"],
  [
    "the later of two",
    {
      PeriodLockDate: "/Date(1767139200000+0000)/",
      EndOfYearLockDate: "/Date(1795392000000+0000)/",
    },
    "2026-11-23",
  ],
])("the lock date: %s", async (_, dates, expected) => {
  const body = { Organisations: [{ Name: "Demo", ...dates }] };
  const { xero, cache } = start({ ...organisation, body }, accounts, taxRates);
  expect((await loadXeroSettings(xero, cache)).lockedUntil).toBe(expected);
});
