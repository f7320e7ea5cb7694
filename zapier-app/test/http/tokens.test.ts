import nock from "nock";
import {
  AUTH,
  failure,
  HUBSPOT_TOKEN,
  newZap,
  XERO_REFRESH_TOKEN,
  XERO_TOKEN,
} from "../fixtures/zap";
import { vendors } from "../fixtures/vendors";

interface Z {
  request: (
    url: string,
    options?: { headers?: Record<string, string> },
  ) => Promise<unknown>;
}

/** Sends one request to an address through the app's own middleware, and gives back its headers. */
async function headersAt(
  url: string,
  headers?: Record<string, string>,
): Promise<Record<string, string | undefined>> {
  const { origin, pathname } = new URL(url);
  let seen: Record<string, string | undefined> = {};
  const scope = nock(origin)
    .get(pathname)
    .reply(function () {
      seen = this.req.headers as typeof seen;
      return [200, {}];
    });
  await newZap().run(async (z: Z) => {
    await z.request(url, { headers });
    return {};
  });
  scope.done();
  return seen;
}

it("HubSpot's address gets HubSpot's key alone", async () => {
  const headers = await headersAt("https://api.hubapi.com/crm");
  expect(headers["authorization"]).toBe(`Bearer ${HUBSPOT_TOKEN}`);
  expect(JSON.stringify(headers)).not.toContain(XERO_TOKEN);
});

it("Xero's address gets Xero's token alone", async () => {
  const headers = await headersAt("https://api.xero.com/api.xro/2.0/Items");
  expect(headers["authorization"]).toBe(`Bearer ${XERO_TOKEN}`);
  expect(JSON.stringify(headers)).not.toContain(HUBSPOT_TOKEN);
});

it.each([
  "https://evil.example/api.hubapi.com",
  "https://api.hubapi.com.evil.example/",
  "https://evil-api.xero.com/",
  "https://xero.com/",
  "https://hubapi.com/",
  "https://eu1.api.hubapi.com/",
  "https://api.xero.com:8443/",
  "https://identity.xero.com/connect/token",
  // not encrypted
  "http://api.hubapi.com/",
  "http://api.xero.com/",
])("no other address gets a token: %s", async (url) => {
  const headers = await headersAt(url);
  expect(headers).not.toHaveProperty("authorization");
  for (const token of Object.values(AUTH))
    expect(JSON.stringify(headers)).not.toContain(token);
});

it("a request that brings its own credentials keeps them", async () => {
  const headers = await headersAt("https://api.xero.com/connections", {
    Authorization: "Bearer just-received",
  });
  expect(headers["authorization"]).toBe("Bearer just-received");
});

it("Xero is told the organisation of the step, else that of the connection; HubSpot is told none", async () => {
  const currencies = {
    call: "GET xero /Currencies",
    body: { Currencies: [] },
  };
  const wire = vendors(currencies, currencies, {
    call: "GET hubspot /crm/pipelines/deals",
    body: { results: [] },
  });
  const zap = newZap();
  await zap.trigger("currency_list");
  await zap.trigger("currency_list", { organisation_id: "chosen" });
  await zap.trigger("pipeline_list");
  expect(wire.headers(0)["xero-tenant-id"]).toBe(AUTH.organisation_id);
  expect(wire.headers(1)["xero-tenant-id"]).toBe("chosen");
  expect(wire.headers(2)).not.toHaveProperty("xero-tenant-id");
});

describe("redirects", () => {
  const ELSEWHERE = "https://evil.example/steal";

  it.each([
    ["GET hubspot /crm/pipelines/deals", "pipeline_list"],
    ["GET xero /Currencies", "currency_list"],
  ])(
    "%s: an answer that points elsewhere is not followed",
    async (call, key) => {
      for (const status of [301, 302, 307, 308]) {
        const wire = vendors({
          call,
          status,
          headers: { Location: ELSEWHERE },
        });
        const elsewhere = nock("https://evil.example").get(/.*/).reply(200, {});
        await failure(newZap().trigger(key));
        expect(wire.calls()).toEqual([call]);
        expect(elsewhere.isDone()).toBe(false);
        nock.cleanAll();
      }
    },
  );
});

describe("errors", () => {
  it.each([400, 401, 403, 404, 409, 429, 500, 503])(
    "an answer %i of either vendor leads to an error without any token",
    async (status) => {
      for (const [call, key] of [
        ["GET hubspot /crm/pipelines/deals", "pipeline_list"],
        ["GET xero /Currencies", "currency_list"],
      ] as const) {
        vendors({ call, status, body: { message: "no", Message: "no" } });
        const { whole } = await failure(newZap().trigger(key));
        for (const token of [HUBSPOT_TOKEN, XERO_TOKEN, XERO_REFRESH_TOKEN])
          expect(whole).not.toContain(token);
      }
    },
  );

  it("a broken connection leads to an error without any token", async () => {
    vendors({ call: "GET xero /Currencies", breaks: true });
    const { whole } = await failure(newZap().trigger("currency_list"));
    for (const token of [HUBSPOT_TOKEN, XERO_TOKEN, XERO_REFRESH_TOKEN])
      expect(whole).not.toContain(token);
  });
});
