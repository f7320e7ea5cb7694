import App from "../src/index";
import {
  hubspotMissingScope,
  hubspotUnauthenticated,
} from "./fixtures/refusals";
import { vendors, type Reply } from "./fixtures/vendors";
import {
  AUTH,
  failure,
  HUBSPOT_TOKEN,
  newZap,
  TENANT,
  XERO_TOKEN,
} from "./fixtures/zap";

const { test, connectionLabel } = App.authentication!;

const ACCOUNT = "GET hubspot /account-info/details";
const CONNECTIONS = "GET xero /connections";
const LOOKS = ["deals", "line_items", "companies", "contacts"].map(
  (type) => `GET hubspot /crm/objects/${type}`,
);
const accountReply: Reply = {
  call: ACCOUNT,
  body: {
    portalId: 2034521,
    timeZone: "Pacific/Auckland",
    companyCurrency: "GBP",
    uiDomain: "app.hubspot.com",
  },
};
const connection = (tenantId: string, tenantName: string, more = {}) => ({
  id: `connection-${tenantId}`,
  tenantId,
  tenantType: "ORGANISATION",
  tenantName,
  ...more,
});
const connectionsReply = (...body: object[]): Reply => ({
  call: CONNECTIONS,
  body,
});
const ours = connectionsReply(
  connection("another", "Another Ltd"),
  connection(TENANT, "Demo Company (UK)"),
);
const looks = (except?: string): Reply[] =>
  LOOKS.filter((call) => call !== except).map((call) => ({
    call,
    body: { results: [] },
  }));

const check = (authData: Record<string, string> = AUTH) =>
  newZap().run(test, { authData });

it("the test asks both vendors and names both halves", async () => {
  const wire = vendors(accountReply, ours, ...looks());
  expect(await check()).toEqual({
    organisation_name: "Demo Company (UK)",
    hubspot_account: "2034521",
  });
  expect(wire.calls().sort()).toEqual([ACCOUNT, CONNECTIONS, ...LOOKS].sort());
  for (const { call, headers, query } of wire.sent) {
    const token = call.includes(" hubspot ") ? HUBSPOT_TOKEN : XERO_TOKEN;
    expect(headers["authorization"]).toBe(`Bearer ${token}`);
    expect(query).toEqual(LOOKS.includes(call) ? { limit: "1" } : {});
  }
});

it("the label of a connection uses what the test returns, and nothing else", async () => {
  vendors(accountReply, ours, ...looks());
  const result = (await check()) as Record<string, string>;
  const names = [...String(connectionLabel).matchAll(/{{(\w+)}}/g)].map(
    ([, name]) => name,
  );
  expect(names).toEqual(Object.keys(result));
});

it("the service key is used without the spaces that were pasted along with it", async () => {
  const wire = vendors(accountReply, ours, ...looks());
  await check({ ...AUTH, hubspot_token: ` ${HUBSPOT_TOKEN}\n` });
  const account = wire.sent.find(({ call }) => call === ACCOUNT);
  expect(account?.headers["authorization"]).toBe(`Bearer ${HUBSPOT_TOKEN}`);
});

it.each([
  ["deals", "crm.objects.deals.read"],
  ["line_items", "crm.objects.line_items.read"],
  ["companies", "crm.objects.companies.read"],
  ["contacts", "crm.objects.contacts.read"],
])(
  "a service key that may not read %s is told which scope it lacks",
  async (type, scope) => {
    const look = `GET hubspot /crm/objects/${type}`;
    vendors(
      accountReply,
      ours,
      hubspotMissingScope(look, scope),
      ...looks(look),
    );
    expect(await failure(check())).toMatchObject({
      name: "HaltedError",
      message: expect.stringContaining(scope),
    });
  },
);

it("a service key that is no longer valid is asked for again", async () => {
  vendors(
    hubspotUnauthenticated(ACCOUNT),
    ours,
    ...LOOKS.map(hubspotUnauthenticated),
  );
  expect(await failure(check())).toMatchObject({
    name: "ExpiredAuthError",
    message: expect.stringContaining("service key"),
  });
});

it("a connection without any organisation says so", async () => {
  vendors(accountReply, connectionsReply(), ...looks());
  expect(await failure(check({ ...AUTH, organisation_id: "" }))).toMatchObject({
    name: "HaltedError",
    message: expect.stringContaining("no Xero organisation"),
  });
});

it("a practice is no organisation", async () => {
  const practice = connection(TENANT, "Accountants", {
    tenantType: "PRACTICE",
  });
  vendors(accountReply, connectionsReply(practice), ...looks());
  expect(await failure(check())).toMatchObject({ name: "HaltedError" });
});
