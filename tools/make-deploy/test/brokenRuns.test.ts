import { carryOut } from "../src/carry/carryOut";
import { createMake } from "../src/makeClient";
import { prepareSite, type Site } from "./site";
import { KEY } from "./standIn";
import type { Kind } from "./standIn/state";

let site: Site;

beforeEach(async () => {
  site = await prepareSite();
});

afterEach(() => site.standIn.close());

/** How many components of each kind Make has in the end. */
const counts = () =>
  Object.fromEntries(
    Object.entries(site.app.components).map(([kind, all]) => [
      kind,
      all.length,
    ]),
  );

const ALL: Record<Kind, number> = {
  connection: 2,
  rpc: 1,
  webhook: 1,
  module: 3,
  function: 1,
};

it.each([
  "POST /sdk/apps/shop/connections",
  "POST /sdk/apps/shop/1/rpcs",
  "POST /sdk/apps/shop/webhooks",
  "POST /sdk/apps/shop/1/modules",
  "POST /sdk/apps/shop/1/functions",
  "PATCH /sdk/apps/shop/1/modules/createOrder",
  "PUT /sdk/apps/shop/1/modules/createOrder/api",
  "PUT /sdk/apps/shop/1/groups",
])(
  "a run that loses the answer to %s is repeated without doubles",
  async (call) => {
    site.standIn.fault(call, { kind: "dropAfterWrite" });
    await expect(site.run()).rejects.toThrow("Make gave no answer");
    await site.run();
    expect(counts()).toEqual(ALL);
    expect(site.app.components.module[0]?.metadata).toMatchObject({
      connection: "shop",
      altConnection: "shop2",
    });
    expect(site.app.components.rpc[0]?.metadata.connection).toBe("shop");
    site.standIn.taken();
    await site.run();
    expect(site.writes()).toEqual([]);
  },
);

it("stops at the first refusal and goes on there in the next run", async () => {
  site.standIn.fault("POST /sdk/apps/shop/webhooks", {
    kind: "refuse",
    status: 500,
    detail: "Internal error.",
  });
  await expect(site.run()).rejects.toThrow(
    'Webhook orders: Make answers 500 "Internal error.". That is Make\'s side. Wait a little, then run again: it goes on where it stopped.',
  );
  expect(counts()).toEqual({ ...ALL, webhook: 0, module: 0, function: 0 });
  expect(site.mapping().idMapping).toMatchObject({
    connection: [{ local: "shop" }, { local: "bank" }],
    rpc: [{ local: "listShops" }],
    webhook: [],
  });
  await site.run();
  expect(counts()).toEqual(ALL);
});

it("names the component, the section and the file that Make refuses", async () => {
  site.standIn.fault("PUT /sdk/apps/shop/1/modules/createOrder/expect", {
    kind: "refuse",
    status: 400,
    detail: "Unknown type.",
  });
  await expect(site.run()).rejects.toThrow(
    'Module createOrder, section expect: Make answers 400 "Unknown type.". Correct modules/create-order.mappable-params.iml.json, ' +
      "then run again: it goes on where it stopped.",
  );
  expect(site.app.sections.groups).toBeUndefined();
});

it("says whom to ask when IML functions are not enabled", async () => {
  site.standIn.fault("POST /sdk/apps/shop/1/functions", {
    kind: "refuse",
    status: 403,
    detail: "Access denied.",
  });
  await expect(site.run()).rejects.toThrow(
    'Function round: Make answers 403 "Access denied.". Custom IML functions are off by default: ask Make\'s helpdesk',
  );
});

it("asks again after the time Make gives with a 429", async () => {
  const call = "POST /sdk/apps/shop/1/rpcs";
  site.standIn.fault(call, { kind: "limit" });
  const begun = Date.now();
  await site.run();
  expect(Date.now() - begun).toBeGreaterThanOrEqual(1000);
  expect(
    site.writes().filter(({ method, path }) => `${method} ${path}` === call),
  ).toHaveLength(2);
  expect(counts()).toEqual(ALL);
});

it("takes a connection that came to be between the plan and its carrying out", async () => {
  const { steps } = await site.run({ app: "shop" }, true);
  site.app.components.connection.push({
    name: "shop",
    metadata: { label: "Shop", type: "oauth" },
    sections: {},
  });
  const make = createMake(KEY, site.standIn.baseUrl);
  await carryOut(steps, {
    origin: { baseUrl: site.standIn.baseUrl, appId: "shop", appVersion: 1 },
    file: site.mappingFile,
    save: () => {},
    make,
  });
  expect(counts()).toEqual(ALL);
});

it("does not guess which of two connections is meant", async () => {
  await site.run();
  const [shop] = site.app.components.connection;
  site.app.components.connection.push({ ...shop!, name: "shop9" });
  site.write(
    "origin.json",
    JSON.stringify({ ...site.mapping(), idMapping: {} }),
  );
  site.standIn.taken();
  await expect(site.run()).rejects.toThrow(
    'On Make, shop and shop9 could each be the connection shop ("Shop"). Add {"local": "shop", "remote": "<the right one>"} to idMapping.connection',
  );
  expect(site.writes()).toEqual([]);
});
