import { checkTree } from "../../src/check/check";
import { treeOf, type App } from "./breach";
import { cleanApp } from "./cleanApp";

const search = "modules/searchOrders/searchOrders.communication.iml.json";
const watch = "modules/watchOrders/watchOrders.communication.iml.json";
const centsOf = "functions/centsOf/centsOf.code.js";

/** Puts a comment on top of a file. */
const comment = ({ files }: App, path: string, text: string) => {
  files[path] = `// ${text}\n${JSON.stringify(files[path])}`;
};

const allowed: [string, (app: App) => void][] = [
  [
    "a search without pages, with the reason in a comment",
    (app) => {
      delete app.files[search].pagination;
      comment(app, search, "Acme answers with every order: no pages.");
    },
  ],
  [
    "a trigger that reads the oldest first, with the reason in a comment",
    (app) => {
      app.files[watch].response.trigger.order = "asc";
      comment(app, watch, "Acme cannot sort by date of creation.");
    },
  ],
  [
    "any parameter of a form to which an RPC adds parameters",
    ({ files }) => {
      files["modules/getOrder/getOrder.mappable-params.iml.json"].push(
        "rpc://listCustomers",
      );
      files["modules/getOrder/getOrder.communication.iml.json"].qs = {
        region: "{{parameters.region}}",
      };
    },
  ],
  [
    "error types that an expression chooses",
    ({ files }) => {
      files["general/base.iml.json"].response.error = {
        message: "{{body.message}}",
        type: "{{switch(statusCode, 401, 'InvalidAccessTokenError', 429, 'RateLimitError', 'ConnectionError')}}",
      };
    },
  ],
  [
    "the name of the service in a label",
    ({ manifest }) => {
      const { createOrder, makeApiCall } = manifest.components.module;
      createOrder.label = "Create an Acme order";
      makeApiCall.label = "Make an Acme API call";
    },
  ],
  [
    "comments around a function, and blank lines in it",
    ({ files }) => {
      files[centsOf] =
        `/* Money\n   as cents. */\n\n${files[centsOf].replace("{", "{\n\n  // exact\n")}\n// end\n/* of file */\n`;
    },
  ],
  [
    "an interface that comes from an RPC",
    ({ files }) => {
      files["modules/getOrder/getOrder.interface.iml.json"] = JSON.stringify(
        "rpc://listCustomers",
      );
    },
  ],
  [
    "an empty sample where the interface has a field",
    ({ files }) => {
      files["modules/getOrder/getOrder.samples.iml.json"] = {
        id: "o-1",
        customer: null,
      };
    },
  ],
];

test.each(allowed)("%s is no finding", (_name, change) => {
  const app = cleanApp();
  change(app);
  expect(checkTree(treeOf(app))).toEqual([]);
});
