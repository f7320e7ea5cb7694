import { createMemoryCache } from "../../src/transport/cache";
import { createXeroClient } from "../../src/xero/client";
import {
  loadXeroCurrencies,
  loadXeroItems,
  loadXeroSettings,
} from "../../src/xero/settings";
import { scriptedSend, type Reply } from "../scriptedSend";

const start = (...replies: Reply[]) => {
  const script = scriptedSend(...replies);
  const xero = createXeroClient({ send: script.send, tenantId: "tenant-1" });
  return { script, xero, cache: createMemoryCache() };
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

it("reads the settings once, and again when they must be fresh", async () => {
  const { script, xero, cache } = start(
    ...[organisation, accounts, taxRates],
    ...[organisation, accounts, taxRates],
  );
  await loadXeroSettings(xero, cache);
  await loadXeroSettings(xero, cache);
  expect(script.calls).toHaveLength(3);
  await loadXeroSettings(xero, cache, { fresh: true });
  await loadXeroSettings(xero, cache);
  expect(script.calls).toHaveLength(6);
});

it("keeps organisations apart", async () => {
  const { script, xero, cache } = start(
    { call: "GET xero /Currencies", body: { Currencies: [{ Code: "GBP" }] } },
    { call: "GET xero /Currencies", body: { Currencies: [{ Code: "NZD" }] } },
  );
  const other = createXeroClient({ send: script.send, tenantId: "tenant-2" });
  expect(await loadXeroCurrencies(xero, cache)).toEqual(["GBP"]);
  expect(await loadXeroCurrencies(other, cache)).toEqual(["NZD"]);
  expect(await loadXeroCurrencies(xero, cache)).toEqual(["GBP"]);
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
  expect(await loadXeroItems(xero, cache)).toEqual({
    design: { code: "DESIGN", accountCode: "260", taxType: "RROUTPUT" },
    plain: { code: "Plain" },
  });
  expect(script.requests[0]?.query).toEqual({ unitdp: 4 });
});
