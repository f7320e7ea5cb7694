import { prepareSite, type Site } from "./site";
import { FILES } from "./smallTree";
import type { Heard } from "./standIn";

let site: Site;

beforeEach(async () => {
  site = await prepareSite();
});

afterEach(() => site.standIn.close());

describe("a first deployment", () => {
  const json = (method: string, path: string, body: unknown): Heard => ({
    method,
    path,
    contentType: "application/json",
    body,
  });
  const put = (
    path: string,
    file: string,
    contentType = "application/jsonc",
  ) => ({
    method: "PUT",
    path,
    contentType,
    body: FILES[file],
  });

  it("creates components by dependence, then uploads every code file, groups last", async () => {
    await site.run();
    const heard = site.writes();
    const createOrder = {
      label: "Create an order",
      description: "Creates a new order.",
      typeId: 4,
      crud: "create",
      connection: "shop",
      altConnection: "shop2",
    };
    const listShops = {
      label: "List shops",
      connection: "shop",
      altConnection: null,
    };
    expect(heard.slice(0, 10)).toEqual([
      json("POST", "/sdk/apps/shop/connections", {
        label: "Shop",
        type: "oauth",
      }),
      json("POST", "/sdk/apps/shop/connections", {
        label: "Bank",
        type: "basic",
      }),
      json("POST", "/sdk/apps/shop/1/rpcs", {
        ...listShops,
        name: "listShops",
      }),
      // The answer does not show the connection, so it is set again.
      json("PATCH", "/sdk/apps/shop/1/rpcs/listShops", listShops),
      json("POST", "/sdk/apps/shop/webhooks", {
        label: "Orders",
        type: "web",
        connection: "shop",
        altConnection: null,
      }),
      json("POST", "/sdk/apps/shop/1/modules", {
        ...createOrder,
        name: "createOrder",
        moduleInitMode: "blank",
      }),
      json("PATCH", "/sdk/apps/shop/1/modules/createOrder", createOrder),
      json("POST", "/sdk/apps/shop/1/modules", {
        name: "watchOrders",
        label: "Watch orders",
        description: "Triggers when an order comes in.",
        typeId: 10,
        webhook: "shop",
        connection: null,
        altConnection: null,
        moduleInitMode: "blank",
      }),
      json("POST", "/sdk/apps/shop/1/modules", {
        name: "makeApiCall",
        label: "Make an API call",
        description: "Sends a custom API call to Shop.",
        typeId: 12,
        connection: "shop2",
        altConnection: null,
        moduleInitMode: "blank",
        subtype: "Universal",
      }),
      json("POST", "/sdk/apps/shop/1/functions", { name: "round" }),
    ]);
    const uploads = [
      put("/sdk/apps/shop/1/base", "general/base.iml.json"),
      put("/sdk/apps/shop/1/readme", "README.md", "text/markdown"),
      put("/sdk/apps/connections/shop/api", "connections/shop.oauth.iml.json"),
      put(
        "/sdk/apps/connections/shop/parameters",
        "connections/shop.params.iml.json",
      ),
      put(
        "/sdk/apps/connections/shop2/api",
        "connections/bank.communication.iml.json",
      ),
      put(
        "/sdk/apps/shop/1/rpcs/listShops/api",
        "rpcs/list-shops.communication.iml.json",
      ),
      put(
        "/sdk/apps/webhooks/shop/api",
        "webhooks/orders.communication.iml.json",
      ),
      put("/sdk/apps/webhooks/shop/update", "webhooks/orders.update.iml.json"),
      put(
        "/sdk/apps/shop/1/modules/createOrder/api",
        "modules/create-order.communication.iml.json",
      ),
      put(
        "/sdk/apps/shop/1/modules/createOrder/expect",
        "modules/create-order.mappable-params.iml.json",
      ),
      put(
        "/sdk/apps/shop/1/modules/watchOrders/api",
        "modules/watch-orders.communication.iml.json",
      ),
      put(
        "/sdk/apps/shop/1/modules/makeApiCall/api",
        "modules/make-api-call.communication.iml.json",
      ),
      put(
        "/sdk/apps/shop/1/functions/round/code",
        "functions/round.code.js",
        "application/javascript",
      ),
      put(
        "/sdk/apps/shop/1/functions/round/test",
        "functions/round.test.js",
        "application/javascript",
      ),
    ];
    // Two run at once, so neighbours may arrive in either order.
    const byPath = (a: { path: string }, b: { path: string }) =>
      a.path.localeCompare(b.path);
    expect(heard.slice(10, -1).sort(byPath)).toEqual(uploads.sort(byPath));
    expect(heard.at(-1)).toEqual(
      put("/sdk/apps/shop/1/groups", "modules/groups.json"),
    );
    expect(site.standIn.flight.peak).toBe(2);
  });

  it("remembers the names Make gave", async () => {
    await site.run();
    expect(site.mapping()).toEqual({
      baseUrl: site.standIn.baseUrl,
      appId: "shop",
      appVersion: 1,
      idMapping: {
        connection: [
          { local: "shop", remote: "shop" },
          { local: "bank", remote: "shop2" },
        ],
        webhook: [{ local: "orders", remote: "shop" }],
        module: ["createOrder", "watchOrders", "makeApiCall"].map((id) => ({
          local: id,
          remote: id,
        })),
        rpc: [{ local: "listShops", remote: "listShops" }],
        function: [{ local: "round", remote: "round" }],
        endpoint: [],
      },
    });
  });

  it("creates the app when asked, and takes the name Make gives it", async () => {
    await site.run({ create: "Deals & Invoices" });
    expect(site.writes()[0]).toEqual(
      json("POST", "/sdk/apps", {
        name: "deals-invoices",
        label: "Deals & Invoices",
        description: "Deals & Invoices",
        theme: "#000000",
        language: "en",
        audience: "global",
      }),
    );
    expect(site.mapping()).toMatchObject({ appId: "deals-invoices-x1" });
    expect(site.mapping()).not.toHaveProperty("create");

    await site.run({ create: "Deals & Invoices" });
    expect(site.writes()).toEqual([]);
  });

  it("does not create an app twice when the answer to the first was lost", async () => {
    site.standIn.fault("POST /sdk/apps", { kind: "dropAfterWrite" });
    await expect(site.run({ create: "Deals" })).rejects.toThrow(
      'App "Deals": Make gave no answer',
    );
    await expect(site.run({ create: "Deals" })).rejects.toThrow(
      'You have an app "Deals" on Make already: deals-x1, version 1. To deploy to it, replace --create by --app deals-x1',
    );
    expect(site.standIn.state.apps).toHaveLength(2);
  });
});
