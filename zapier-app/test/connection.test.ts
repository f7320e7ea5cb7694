import { createHash } from "node:crypto";
import { perform } from "../src/connection";
import App from "../src/index";
import { ACCOUNT, accountReply } from "./fixtures/hubspot";
import { vendors, type Reply } from "./fixtures/vendors";
import {
  ACCOUNTS,
  CONTACT_ID,
  newInvoice,
  ORGANISATION,
  organisationReply,
  PUT_INVOICE,
  TAX_RATES,
  taxRatesReply,
} from "./fixtures/xero";
import { AUTH, HUBSPOT_TOKEN, newZap, TENANT } from "./fixtures/zap";

type Steps = Record<string, { operation: { perform: unknown } }>;
type Job = Parameters<typeof perform>[0];

const INPUT = {
  invoice_status: "DRAFT",
  contact_id: CONTACT_ID,
  line_items: [{ description: "Work", unit_price: "100" }],
};
/** Xero leaves out what an account does not have; here the tax type. */
const accountsWithGaps: Reply = {
  call: ACCOUNTS,
  body: {
    Accounts: [{ Code: "200", Name: "Sales", Status: "ACTIVE", Type: "SALES" }],
  },
};
const settings = [
  accountReply,
  organisationReply,
  accountsWithGaps,
  taxRatesReply,
];
const COLD = [ACCOUNT, ORGANISATION, ACCOUNTS, TAX_RATES, PUT_INVOICE];

it("what a run learns is known to the next, whatever the vendors left out of it", async () => {
  const zap = newZap();
  const first = vendors(...settings, newInvoice());
  await zap.create("create_invoice", INPUT);
  expect(first.calls()).toEqual(COLD);
  // answers for a second look at the settings are not there: they must be remembered
  const second = vendors(newInvoice());
  await zap.create("create_invoice", INPUT);
  expect(second.calls()).toEqual([PUT_INVOICE]);
});

it("a cache that fails costs calls and nothing else", async () => {
  const zap = newZap(AUTH, { cache: false });
  for (let run = 0; run < 2; run++) {
    const wire = vendors(...settings, newInvoice());
    expect(await zap.create("create_invoice", INPUT)).toMatchObject({
      outcome: "created",
    });
    expect(wire.calls()).toEqual(COLD);
  }
});

const sha256 = (text: string) =>
  createHash("sha256").update(text).digest("hex");

it("what is remembered belongs to one connection of one user, and to its HubSpot key, which it does not show", async () => {
  const cache = {
    get: jest.fn<Promise<null>, unknown[]>(async () => null),
    set: jest.fn<Promise<boolean>, unknown[]>(async () => true),
  };
  const remember: Job = async (context) => {
    await context.cache.get("key");
    await context.cache.set("key", { a: 1, gone: undefined }, 60);
    return {};
  };
  const run = perform(remember) as unknown as (
    z: object,
    bundle: object,
  ) => Promise<unknown>;
  const hash = (_: string, text: string) => sha256(text);
  await run({ cache, hash }, { authData: AUTH, inputData: {}, meta: {} });
  const key = `${sha256(HUBSPOT_TOKEN).slice(0, 12)}-key`;
  expect(cache.get.mock.calls).toEqual([[key, ["user", "auth"]]]);
  // core refuses a value with an undefined in it
  expect(cache.set.mock.calls).toStrictEqual([
    [key, { a: 1 }, 60, ["user", "auth"]],
  ]);
});

it("a connection whose HubSpot key was exchanged starts without what the other account taught it", async () => {
  const zap = newZap();
  const step = (App.creates as unknown as Steps)["create_invoice"]!;
  const runWith = (hubspot_token: string) =>
    zap.run(step.operation.perform, {
      authData: { ...AUTH, hubspot_token },
      inputData: INPUT,
    });
  vendors(...settings, newInvoice());
  await runWith(HUBSPOT_TOKEN);
  const other = vendors(...settings, newInvoice());
  await runWith("hubspot-key-of-another-account");
  expect(other.calls()).toEqual(COLD);
});

it("input arrives under camelCase keys and output leaves under snake_case ones, at every depth, without gaps", async () => {
  const seen: unknown[] = [];
  const job: Job = async ({ xero }, input) => {
    seen.push(xero.tenantId, input);
    return {
      dealId: "1",
      gone: undefined,
      nothing: null,
      none: 0,
      lineItems: [{ unitPrice: 1, addressLine1: "x", gone: undefined }],
    };
  };
  const output = await newZap().run(perform(job), {
    inputData: {
      line_items: [{ unit_price: "1" }],
      address_line1: "x",
      tracking: ["a_b/c_d"],
    },
  });
  expect(seen).toEqual([
    TENANT,
    {
      lineItems: [{ unitPrice: "1" }],
      addressLine1: "x",
      tracking: ["a_b/c_d"],
    },
  ]);
  expect(output).toEqual({
    deal_id: "1",
    nothing: null,
    none: 0,
    line_items: [{ unit_price: 1, address_line1: "x" }],
  });
});
