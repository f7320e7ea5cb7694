import { readFileSync } from "node:fs";
import { prepareSite, type Site } from "./site";
import type { Heard } from "./standIn";

const lines = (heard: Heard[]) =>
  heard.map(({ method, path }) => `${method} ${path}`);

let site: Site;

beforeEach(async () => {
  site = await prepareSite();
});

afterEach(() => site.standIn.close());

describe("a later deployment", () => {
  beforeEach(async () => {
    await site.run();
    site.standIn.taken();
  });

  it("writes nothing for an unchanged tree", async () => {
    const plan = await site.run();
    expect(plan.steps).toEqual([]);
    expect(site.writes()).toEqual([]);
  });

  it("writes nothing for an unchanged tree when Make gives no checksums", async () => {
    site.standIn.options.checksums = false;
    const plan = await site.run();
    expect(plan.steps).toEqual([]);
    expect(site.writes()).toEqual([]);
  });

  it("uploads the one section that changed, comments and all", async () => {
    const text = '{ /* the new way */ "url": "/v2/shops" }\n';
    site.write("rpcs/list-shops.communication.iml.json", text);
    await site.run();
    expect(site.writes()).toEqual([
      {
        method: "PUT",
        path: "/sdk/apps/shop/1/rpcs/listShops/api",
        contentType: "application/jsonc",
        body: text,
      },
    ]);
  });

  it("patches a renamed label once", async () => {
    site.change(({ components }) => {
      components.webhook.orders!.label = "Order events";
    });
    await site.run();
    expect(site.writes()).toEqual([
      {
        method: "PATCH",
        path: "/sdk/apps/webhooks/shop",
        contentType: "application/json",
        body: {
          label: "Order events",
          connection: "shop",
          altConnection: null,
        },
      },
    ]);
  });

  it("points a component at a connection that is created in the same run", async () => {
    site.change(({ components }) => {
      components.connection.key = {
        ...components.connection.bank!,
        label: "Key",
      };
      components.rpc.listShops!.connection = "key";
    });
    await site.run();
    expect(lines(site.writes())).toEqual([
      "POST /sdk/apps/shop/connections",
      "PUT /sdk/apps/connections/shop3/api",
      "PATCH /sdk/apps/shop/1/rpcs/listShops",
    ]);
    expect(
      site.standIn.state.apps[0]!.components.rpc[0]!.metadata,
    ).toMatchObject({
      connection: "shop3",
    });
  });

  it("leaves what is not in the tree alone, and says so", async () => {
    site.change(({ components }) => {
      delete components.module.makeApiCall;
    });
    site.write("modules/groups.json", "[]\n");
    const plan = await site.run();
    expect(lines(site.writes())).toEqual(["PUT /sdk/apps/shop/1/groups"]);
    expect(plan.leftAlone).toEqual([
      'module makeApiCall ("Make an API call"): on Make, not in the tree',
    ]);
  });

  it("finds everything again without the mapping file", async () => {
    site.write(
      "origin.json",
      JSON.stringify({ ...site.mapping(), idMapping: {} }),
    );
    const plan = await site.run();
    expect(plan.steps.map((step) => step.do)).toEqual(
      Array.from({ length: 8 }, () => "link"),
    );
    expect(site.writes()).toEqual([]);
    expect((await site.run()).steps).toEqual([]);
  });

  it("replaces a pair of the mapping that leads nowhere", async () => {
    const { idMapping, ...origin } = site.mapping();
    const connection = [{ local: "shop", remote: "shop7" }];
    site.write(
      "origin.json",
      JSON.stringify({ ...origin, idMapping: { ...idMapping, connection } }),
    );
    await site.run();
    expect(site.writes()).toEqual([]);
    expect(site.mapping().idMapping?.connection).toEqual([
      { local: "shop", remote: "shop" },
      { local: "bank", remote: "shop2" },
    ]);
  });

  it("only reads on a dry run", async () => {
    site.write("README.md", "# Another shop\n");
    const before = readFileSync(site.mappingFile, "utf8");
    const plan = await site.run({}, true);
    expect(plan.steps).toHaveLength(1);
    expect(site.writes()).toEqual([]);
    expect(readFileSync(site.mappingFile, "utf8")).toBe(before);
  });
});
