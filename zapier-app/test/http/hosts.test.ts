import nock from "nock";
import { readHosts } from "../../src/http/hosts";
import { failure, HUBSPOT_TOKEN, newZap, XERO_TOKEN } from "../fixtures/zap";

const REAL = {
  hubspot: "https://api.hubapi.com",
  xero: "https://api.xero.com",
  xeroIdentity: "https://identity.xero.com",
  xeroLogin: "https://login.xero.com",
};

const before = { ...process.env };
beforeAll(() => nock.disableNetConnect());
afterEach(() => {
  process.env = { ...before };
  nock.cleanAll();
});
afterAll(() => nock.restore());

it("the vendors' own addresses are used unless a sandbox is named", () => {
  expect(readHosts({})).toEqual(REAL);
});

it("an empty variable names no sandbox", () => {
  expect(readHosts({ SANDBOX_HUBSPOT_URL: "", SANDBOX_XERO_URL: "" })).toEqual(
    REAL,
  );
});

it.each([
  "http://127.0.0.1:4010",
  "http://localhost:4010",
  "http://[::1]:4010",
])("a sandbox on this machine takes the vendor's place: %s", (url) => {
  expect(readHosts({ SANDBOX_HUBSPOT_URL: `${url}/` })).toEqual({
    ...REAL,
    hubspot: url,
  });
  expect(readHosts({ SANDBOX_XERO_URL: url })).toEqual({
    hubspot: REAL.hubspot,
    xero: url,
    xeroIdentity: url,
    xeroLogin: url,
  });
});

const ELSEWHERE = [
  "https://evil.example",
  "https://api.hubapi.com",
  "http://10.0.0.5:4010",
  "http://0.0.0.0:4010",
  "http://127.0.0.1.evil.example",
  "http://localhost.evil.example",
  "http://localhost@evil.example",
  "http://evil.example/127.0.0.1",
  "http://evil.example#localhost",
];

it.each(["SANDBOX_HUBSPOT_URL", "SANDBOX_XERO_URL"])(
  "%s may not point anywhere else",
  (name) => {
    for (const url of ELSEWHERE)
      expect(() => readHosts({ [name]: url })).toThrow(
        `${name} may only point at this machine`,
      );
  },
);

it.each([
  ["SANDBOX_HUBSPOT_URL", "pipeline_list"],
  ["SANDBOX_XERO_URL", "currency_list"],
])("a step with a forbidden %s sends nothing at all", async (name, key) => {
  process.env[name] = "https://evil.example";
  const evil = nock("https://evil.example").get(/.*/).reply(200, {});
  const { message, whole } = await failure(newZap().trigger(key));
  expect(message).toContain("may only point at this machine");
  expect(evil.isDone()).toBe(false);
  for (const token of [HUBSPOT_TOKEN, XERO_TOKEN])
    expect(whole).not.toContain(token);
});

it("with a sandbox the token goes to it, and no longer to the vendor", async () => {
  process.env["SANDBOX_HUBSPOT_URL"] = "http://127.0.0.1:4010";
  const seen: (string | undefined)[] = [];
  const note = function (this: { req: { headers: object } }) {
    const { authorization } = this.req.headers as { authorization?: string };
    seen.push(authorization);
    return [200, {}] as [number, object];
  };
  nock("http://127.0.0.1:4010").get("/x").reply(note);
  nock(REAL.hubspot).get("/x").reply(note);
  await newZap().run(async (z: { request: (url: string) => unknown }) => {
    await z.request("http://127.0.0.1:4010/x");
    await z.request(`${REAL.hubspot}/x`);
    return {};
  });
  expect(seen).toEqual([`Bearer ${HUBSPOT_TOKEN}`, undefined]);
});
