import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Manifest, Origin } from "@hubspot-xero/make-runner/tree/tree";

/** The small app by file: one component of each kind, two connections, a universal module, groups. */
export const FILES: Record<string, string> = {
  "general/base.iml.json":
    '{\n  // Whose API it is.\n  "baseUrl": "https://shop.example"\n}\n',
  "README.md": "# Shop\n",
  "modules/groups.json":
    '[{ "label": "Orders", "modules": ["createOrder", "watchOrders", "makeApiCall"] }]\n',
  "connections/shop.oauth.iml.json":
    '{ "token": { "url": "/token", "body": { "secret": "{{common.clientSecret}}" } } }\n',
  "connections/shop.params.iml.json": "[]\n",
  "connections/bank.communication.iml.json": '{ "url": "/me" }\n',
  "rpcs/list-shops.communication.iml.json": '{ "url": "/shops" }\n',
  "webhooks/orders.communication.iml.json": '{ "output": "{{body}}" }\n',
  "webhooks/orders.update.iml.json": "{}\n",
  "modules/create-order.communication.iml.json":
    '{ "url": "/orders", "method": "POST", "body": "{{parameters}}" }\n',
  "modules/create-order.mappable-params.iml.json":
    '[{ "name": "shop", "type": "select", "options": "rpc://listShops" }]\n',
  "modules/watch-orders.communication.iml.json":
    '{ "output": "{{payload}}" }\n',
  "modules/make-api-call.communication.iml.json": '{ "url": "/" }\n',
  "functions/round.code.js": "function round(x) { return x; }\n",
  "functions/round.test.js": "it('rounds', () => {});\n",
};

const COMPONENTS: Manifest["components"] = {
  connection: {
    shop: {
      label: "Shop",
      connectionType: "oauth",
      codeFiles: {
        communication: "connections/shop.oauth.iml.json",
        params: "connections/shop.params.iml.json",
        common: null,
      },
    },
    bank: {
      label: "Bank",
      connectionType: "basic",
      codeFiles: { communication: "connections/bank.communication.iml.json" },
    },
  },
  rpc: {
    listShops: {
      label: "List shops",
      connection: "shop",
      altConnection: null,
      codeFiles: { communication: "rpcs/list-shops.communication.iml.json" },
    },
  },
  webhook: {
    orders: {
      label: "Orders",
      webhookType: "web",
      connection: "shop",
      altConnection: null,
      codeFiles: {
        communication: "webhooks/orders.communication.iml.json",
        update: "webhooks/orders.update.iml.json",
      },
    },
  },
  module: {
    createOrder: {
      label: "Create an order",
      description: "Creates a new order.",
      moduleType: "action",
      actionCrud: "create",
      connection: "shop",
      altConnection: "bank",
      codeFiles: {
        communication: "modules/create-order.communication.iml.json",
        mappableParams: "modules/create-order.mappable-params.iml.json",
      },
    },
    watchOrders: {
      label: "Watch orders",
      description: "Triggers when an order comes in.",
      moduleType: "instant_trigger",
      connection: null,
      altConnection: null,
      webhook: "orders",
      codeFiles: {
        communication: "modules/watch-orders.communication.iml.json",
      },
    },
    makeApiCall: {
      label: "Make an API call",
      description: "Sends a custom API call to Shop.",
      moduleType: "universal",
      connection: "bank",
      altConnection: null,
      codeFiles: {
        communication: "modules/make-api-call.communication.iml.json",
      },
    },
  },
  function: {
    round: {
      codeFiles: {
        code: "functions/round.code.js",
        test: "functions/round.test.js",
      },
    },
  },
  endpoint: {},
};

/** Writes the small app into a folder of its own; `change` may bend its manifest first. */
export function writeSmallTree({
  origins = [],
  change = () => {},
}: {
  origins?: Origin[];
  change?(manifest: Manifest): void;
} = {}): string {
  const folder = mkdtempSync(join(tmpdir(), "make-deploy-"));
  const manifest: Manifest = {
    fileVersion: 1,
    generalCodeFiles: {
      base: "general/base.iml.json",
      common: null,
      readme: "README.md",
      groups: "modules/groups.json",
    },
    components: structuredClone(COMPONENTS),
    origins,
  };
  change(manifest);
  for (const [path, text] of Object.entries(FILES)) write(folder, path, text);
  write(folder, "makecomapp.json", JSON.stringify(manifest, null, 4) + "\n");
  return folder;
}

/** Writes one file of a tree. */
export function write(folder: string, path: string, text: string): void {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
