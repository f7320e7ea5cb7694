import { perform } from "../../src/connection";
import {
  hubspotLimit,
  hubspotMissingScope,
  hubspotUnauthenticated,
  xeroLimit,
  xeroRefusal,
  xeroUnauthorized,
} from "../fixtures/refusals";
import { vendors, type Reply } from "../fixtures/vendors";
import { failure, newZap, type Failure } from "../fixtures/zap";

const PIPELINES = "GET hubspot /crm/pipelines/deals";
const HUBSPOT_TAX_RATES = "GET hubspot /tax-rates/tax-rates";
const CURRENCIES = "GET xero /Currencies";

/** The smallest step on each vendor: one request. */
const STEP: Record<string, string> = {
  [PIPELINES]: "pipeline_list",
  [CURRENCIES]: "currency_list",
  [HUBSPOT_TAX_RATES]: "hubspot_tax_rate_list",
};

/** What one answer makes of a step; the answer is asked for once, so nothing is tried again inside a step. */
async function meet(reply: Reply): Promise<Failure> {
  const wire = vendors(reply);
  const met = await failure(newZap().trigger(STEP[reply.call]!));
  expect(wire.calls()).toEqual(reply.breaks ? [] : [reply.call]);
  return met;
}

describe("tokens that are no longer valid", () => {
  it("HubSpot's key is asked for again; Xero's token is not refreshed for it", async () => {
    expect(await meet(hubspotUnauthenticated(PIPELINES))).toMatchObject({
      name: "ExpiredAuthError",
      message: expect.stringContaining("service key"),
    });
  });

  it("Xero's token is refreshed", async () => {
    expect(await meet(xeroUnauthorized(CURRENCIES))).toMatchObject({
      name: "RefreshAuthError",
    });
  });
});

describe("limits", () => {
  it("Xero's minute ends after the seconds that Xero names", async () => {
    const met = await meet(xeroLimit(CURRENCIES, "minute", "17"));
    expect(met).toMatchObject({ name: "ThrottledError", delay: 17 });
  });

  it("Xero's limit of calls at once, which names no time, is a matter of seconds", async () => {
    const met = await meet(xeroLimit(CURRENCIES, "concurrent"));
    expect(met).toMatchObject({ name: "ThrottledError", delay: 5 });
  });

  it("Xero's day is an error that says when it ends: trying again soon is no use", async () => {
    // 7300 s are 2.03 h, so three hours are enough and two are not
    expect(await meet(xeroLimit(CURRENCIES, "day", "7300"))).toMatchObject({
      name: "AppError",
      code: "daily_limit",
      status: 429,
      message: expect.stringMatching(/daily limit.*in about 3 h/),
    });
  });

  it.each(["TEN_SECONDLY_ROLLING", "SECONDLY"])(
    "HubSpot's %s limit is a matter of seconds",
    async (policy) => {
      const met = await meet(hubspotLimit(PIPELINES, policy));
      expect(met).toMatchObject({ name: "ThrottledError", delay: 10 });
    },
  );

  it("HubSpot's day is an error that says when it ends", async () => {
    expect(await meet(hubspotLimit(PIPELINES, "DAILY"))).toMatchObject({
      name: "AppError",
      code: "daily_limit",
      message: expect.stringContaining("midnight"),
    });
  });

  it("a HubSpot record that is locked for a moment is tried again", async () => {
    const met = await meet({ call: PIPELINES, status: 423, body: {} });
    expect(met).toMatchObject({ name: "ThrottledError", delay: 2 });
  });
});

describe("what trying again cannot mend stops the step and leaves the Zap on", () => {
  it.each<[string, Reply, string]>([
    [
      "a refusal of Xero's, in Xero's words",
      xeroRefusal(CURRENCIES, "The currency is not subscribed."),
      "The currency is not subscribed.",
    ],
    [
      "a refusal of HubSpot's, in HubSpot's words",
      { call: PIPELINES, status: 400, body: { message: "Bad pipeline" } },
      "Bad pipeline",
    ],
    [
      "a scope that the key lacks, by name",
      hubspotMissingScope(PIPELINES, "crm.objects.deals.read"),
      "crm.objects.deals.read",
    ],
    [
      "an organisation that the connection may not use",
      { call: CURRENCIES, status: 403, body: { Title: "Forbidden" } },
      "organisation",
    ],
    [
      "a record that is gone",
      { call: CURRENCIES, status: 404, body: "cannot be found" },
      "cannot find",
    ],
    ["a conflict", { call: PIPELINES, status: 409, body: {} }, "refused"],
  ])("%s", async (_, reply, text) => {
    expect(await meet(reply)).toMatchObject({
      name: "HaltedError",
      message: expect.stringContaining(text),
    });
  });
});

it("an answer in a form that no reader expects is an error to replay, not a step that falls over", async () => {
  const met = await meet({
    call: PIPELINES,
    body: { results: [{ id: "default", stages: null }, null] },
  });
  expect(met).toMatchObject({
    name: "AppError",
    code: "vendor_unavailable",
    message:
      "An answer of HubSpot or Xero could not be read. Run this step again: nothing is made twice.",
  });
});

it.each<Reply>([
  hubspotUnauthenticated(PIPELINES),
  xeroUnauthorized(CURRENCIES),
  xeroLimit(CURRENCIES, "minute", "17"),
  xeroLimit(CURRENCIES, "day", "7300"),
  xeroRefusal(CURRENCIES, "No."),
  { call: PIPELINES, status: 500 },
])("core adds no input to the error of %j", async (reply) => {
  vendors(reply);
  const step = newZap().trigger(STEP[reply.call]!, { note: "a customer's" });
  const error: unknown = await step.catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(Error);
  expect(error).toHaveProperty("doNotContextify", true);
});

it("nor to an error that is not of the vendors", async () => {
  const failing = perform(() => Promise.reject(new Error("a slip")));
  const error: unknown = await newZap()
    .run(failing)
    .catch((reason: unknown) => reason);
  expect(error).toMatchObject({
    name: "Error",
    message: expect.stringContaining("a slip"),
    doNotContextify: true,
  });
});

describe("a vendor that fails gives an error that can be replayed", () => {
  it.each<[string, Reply]>([
    ["HubSpot's 500", { call: PIPELINES, status: 500 }],
    [
      "HubSpot's 502 with a page",
      { call: PIPELINES, status: 502, body: "<p>" },
    ],
    ["Xero's 500", { call: CURRENCIES, status: 500, body: "<html>" }],
    ["Xero's 503", { call: CURRENCIES, status: 503, body: "" }],
    ["a connection to HubSpot that breaks", { call: PIPELINES, breaks: true }],
    ["a connection to Xero that breaks", { call: CURRENCIES, breaks: true }],
    ["a HubSpot answer cut off", { call: PIPELINES, body: '{"results": [' }],
    ["a Xero answer cut off", { call: CURRENCIES, body: '{"Currencies": [' }],
    ["a HubSpot answer that is empty", { call: PIPELINES, body: "" }],
    ["a HubSpot answer of null", { call: PIPELINES, body: "null" }],
    ["a HubSpot answer without its list", { call: PIPELINES, body: {} }],
    [
      "a HubSpot answer without its tax rates",
      { call: HUBSPOT_TAX_RATES, body: { total: 0 } },
    ],
    ["a Xero answer of null", { call: CURRENCIES, body: "null" }],
    ["a Xero answer without its list", { call: CURRENCIES, body: {} }],
  ])("%s", async (_, reply) => {
    expect(await meet(reply)).toMatchObject({
      name: "AppError",
      code: "vendor_unavailable",
      message: expect.stringContaining("Run this step again"),
    });
  });
});
