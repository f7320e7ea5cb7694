import { stripVTControlCharacters } from "node:util";
import { loadTree } from "@hubspot-xero/make-runner/tree/loadTree";
import type { Manifest } from "@hubspot-xero/make-runner/tree/tree";
import type { IdMapping } from "../src/origin/mapping";
import { planDeployment } from "../src/plan/planDeployment";
import { printPlan } from "../src/printPlan";
import { NO_APP, type RemoteComponent } from "../src/remote/remote";
import { writeSmallTree } from "./smallTree";

const origin = {
  baseUrl: "https://eu1.make.com/api",
  appId: "shop",
  appVersion: 1,
};

function plan(
  change: (manifest: Manifest) => void,
  {
    remote = [],
    idMapping = {},
  }: {
    remote?: RemoteComponent[];
    idMapping?: IdMapping;
  } = {},
) {
  return planDeployment(
    loadTree(writeSmallTree({ change })),
    { ...origin, idMapping },
    { ...NO_APP, components: remote },
  );
}

const connection = (
  name: string,
  facts: Partial<RemoteComponent> = {},
): RemoteComponent => ({
  kind: "connection",
  name,
  label: "Shop",
  type: "oauth",
  otherVersion: false,
  metadata: {},
  sections: {},
  ...facts,
});

it.each<[string, (manifest: Manifest) => void, string]>([
  [
    "a reference into the void",
    ({ components }) => {
      components.rpc.listShops!.connection = "nowhere";
    },
    "The rpc listShops names the connection nowhere as its connection, and the tree has no such connection.",
  ],
  [
    "an instant trigger without a webhook",
    ({ components }) => {
      components.module.watchOrders!.webhook = null;
    },
    "The module watchOrders is an instant trigger without a webhook.",
  ],
  [
    "a connection without a type",
    ({ components }) => {
      delete components.connection.shop!.connectionType;
    },
    "The connection shop has no connectionType.",
  ],
])("refuses %s before anything is written", (_, change, message) => {
  expect(() => plan(change)).toThrow(message);
});

it("refuses a connection whose type changed", () => {
  expect(() =>
    plan(() => {}, {
      remote: [connection("shop", { type: "basic" })],
      idMapping: { connection: [{ local: "shop", remote: "shop" }] },
    }),
  ).toThrow(
    "The connection shop is of type oauth in the tree, and shop on Make is of type basic",
  );
});

it("creates a component whose mapped counterpart is gone from Make", () => {
  const { steps } = plan(() => {}, {
    idMapping: { connection: [{ local: "shop", remote: "shop7" }] },
  });
  expect(steps[0]).toMatchObject({ do: "create", component: { id: "shop" } });
});

it("does not write to what another version of the app owns", () => {
  const { steps, leftAlone } = plan(() => {}, {
    remote: [connection("shop", { otherVersion: true })],
    idMapping: { connection: [{ local: "shop", remote: "shop" }] },
  });
  expect(leftAlone).toEqual([
    "connection shop: another version of the app owns it",
  ]);
  expect(
    steps.filter(
      (step) => "component" in step && step.component?.id === "shop",
    ),
  ).toEqual([]);
});

it("passes over what the origin maps to nothing", () => {
  const { steps, leftAlone } = plan(() => {}, {
    idMapping: { function: [{ local: "round", remote: null }] },
  });
  expect(leftAlone).toEqual(["function round: the origin ignores it"]);
  expect(
    steps.filter(
      (step) => "component" in step && step.component?.kind === "function",
    ),
  ).toEqual([]);
});

it("says what a person must ask Make for and enter by hand", () => {
  expect(plan(() => {}).notes).toEqual([
    "Custom IML functions are off by default. Ask Make's helpdesk to enable them for this app; until then Make refuses round.",
    "The connection shop reads common data (client id and secret). They are secrets and not in the tree: enter them once in Make's app editor, Connections, Common data.",
  ]);
});

it("is printed as a list to read", () => {
  const printed = printPlan(
    plan(() => {}, { remote: [connection("old", { label: "Old" })] }),
    origin,
  );
  const text = stripVTControlCharacters(printed);
  expect(text).toContain("shop, version 1, on eu1.make.com\n");
  expect(text).toContain('  create  connection shop  "Shop"\n');
  expect(text).toContain("  upload  app  base  general/base.iml.json\n");
  expect(text).toContain(
    'Left alone\n  connection old ("Old"): on Make, not in the tree\n',
  );
});
