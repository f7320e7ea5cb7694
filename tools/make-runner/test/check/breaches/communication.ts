import type { App, PlantedBreach } from "../breach";

const base = "general/base.iml.json";
const file = (module: string, code = "communication") =>
  `modules/${module}/${module}.${code}.iml.json`;
const get = file("getOrder");
const search = file("searchOrders");
const watch = file("watchOrders");
const epoch = file("watchOrders", "epoch");
const customers = "rpcs/listCustomers/listCustomers.communication.iml.json";
const oauth = "connections/acme/acme.oauth-communication.iml.json";
const key = "connections/acme-key/acme-key.communication.iml.json";

type Value = App["files"][string];

/** @param edit what is done to the content of the file */
const breach = (
  rule: string,
  path: string,
  pointer: string,
  edit: (content: Value) => void,
): PlantedBreach => ({
  rule,
  case: `${path}#${pointer}`,
  plant: ({ files }) => edit(files[path]),
  at: pointer ? `${path}#${pointer}` : path,
});

export const communicationBreaches: PlantedBreach[] = [
  breach("log-sanitize", base, "", (it) => delete it.log),
  breach("log-sanitize", oauth, "/refresh", (it) => delete it.refresh.log),
  breach("log-sanitize", key, "", (it) => (it.log = { sanitize: [] })),
  breach("log-authorization", base, "/log/sanitize", (it) => {
    it.log.sanitize = ["response.body.token"];
  }),
  breach("log-authorization", get, "/log/sanitize", (it) => {
    it.log = { sanitize: ["response.body.token"] };
  }),
  breach("error-present", base, "", (it) => delete it.response.error),
  breach(
    "error-present",
    oauth,
    "/info",
    (it) => delete it.info.response.error,
  ),
  breach("error-message", base, "/response/error", (it) => {
    it.response.error.message = "";
  }),
  breach("error-message", get, "/response/error/404", (it) => {
    it.response.error = { message: "No.", 404: { type: "DataError" } };
  }),
  breach("error-whole-body", base, "/response/error/429/message", (it) => {
    it.response.error["429"].message = "Wait: {{ body }}";
  }),
  breach("error-whole-body", get, "/response/valid/message", (it) => {
    it.response.valid = { message: "{{createJSON(body)}}" };
  }),
  breach("error-whole-body", get, "/response/error", (it) => {
    it.response.error = "{{toString(body)}}";
  }),
  breach("error-types", base, "/response/error", (it) => {
    delete it.response.error["401"];
  }),
  breach("error-types", base, "/response/error", (it) => {
    it.response.error["429"].type = "RuntimeError";
  }),
  breach("error-types", base, "/response/error", (it) => {
    delete it.response.error["503"];
  }),
  breach(
    "url-form",
    get,
    "/url",
    (it) => (it.url = "orders/1{{parameters.id}}"),
  ),
  breach("url-form", base, "/baseUrl", (it) => {
    it.baseUrl = "http://api.acme.com";
  }),
  breach("url-query", get, "/url", (it) => {
    it.url = "/orders?id={{parameters.id}}";
  }),
  breach("url-query", search, "/pagination/url", (it) => {
    it.pagination.url = "/orders?after={{body.next}}";
  }),
  breach("url-host", base, "/baseUrl", (it) => {
    it.baseUrl = "https://acme.herokuapp.com";
  }),
  breach("flat-values", search, "/qs/filter", (it) => {
    it.qs.filter = { customer: "1" };
  }),
  breach("write-body", file("createOrder"), "", (it) => {
    delete it.body;
    it.qs = { id: "{{orderBody(parameters)}}" };
  }),
  breach("repeat-limit", get, "/repeat", (it) => {
    it.repeat = { condition: "{{temp.more}}", delay: 100 };
  }),
  breach("repeat-limit", get, "/repeat", (it) => {
    it.repeat = { limit: 3, delay: "{{temp.delay}}" };
  }),
  breach("single-no-paging", get, "/response/iterate", (it) => {
    it.response.iterate = "{{body.orders}}";
  }),
  breach("single-no-paging", get, "/pagination", (it) => (it.pagination = {})),
  breach("action-object", get, "/response/output", (it) => {
    it.response.output = ["{{body}}"];
  }),
  ...["iterate", "output"].map((directive) =>
    breach("search-directives", search, "/response", (it) => {
      delete it.response[directive];
    }),
  ),
  breach("search-directives", search, "/response", (it) => {
    delete it.response.limit;
    it.qs.limit = "{{parameters.limit}}";
  }),
  breach("search-pagination", search, "", (it) => delete it.pagination),
  breach("pagination-keys", search, "/pagination/response", (it) => {
    it.pagination.response = {};
  }),
  breach("pagination-keys", search, "/pagination/qs/sort", (it) => {
    it.pagination.qs.sort = "created";
  }),
  breach("rpc-limit", customers, "/response", (it) => delete it.response.limit),
  ...["iterate", "output", "trigger"].map((directive) =>
    breach("trigger-directives", watch, "/response", (it) => {
      delete it.response[directive];
    }),
  ),
  breach("trigger-directives", watch, "/response/trigger", (it) => {
    delete it.response.trigger.date;
  }),
  breach("trigger-order", watch, "/response/trigger/order", (it) => {
    it.response.trigger.order = "asc";
  }),
  {
    rule: "epoch-present",
    plant: ({ manifest }) => {
      delete manifest.components.module.watchOrders.codeFiles.epoch;
    },
    at: watch,
  },
  breach("epoch-output", epoch, "/response", (it) => {
    delete it.response.output.date;
  }),
  breach("epoch-limit", epoch, "/response", (it) => (it.response.limit = 301)),
  breach("epoch-limit", epoch, "/response", (it) => {
    it.response.limit = "{{parameters.limit}}";
  }),
  {
    rule: "instant-trigger-single",
    plant: ({ files }) => {
      files[file("watchOrderEvents")] = [files[file("watchOrderEvents")]];
    },
    at: file("watchOrderEvents"),
  },
  {
    rule: "universal-exists",
    plant: ({ manifest, files }) => {
      delete (manifest.components.module as { makeApiCall?: object })
        .makeApiCall;
      files["modules/groups.json"].pop();
    },
    at: "makecomapp.json#/components/module",
  },
  {
    rule: "universal-exists",
    case: "an action that makes an API call",
    plant: ({ manifest }) => {
      Object.assign(manifest.components.module.updateOrder, {
        label: "Make an API call",
        description: "Sends a call.",
        actionCrud: null,
      });
    },
    at: "makecomapp.json#/components/module/updateOrder/moduleType",
  },
  breach("universal-request", file("makeApiCall"), "/url", (it) => {
    it.url = "https://api.acme.com/{{parameters.url}}/";
  }),
  breach("universal-request", file("makeApiCall"), "/response/output", (it) => {
    delete it.response.output.statusCode;
  }),
  {
    rule: "universal-request",
    plant: ({ files }) => {
      files[file("makeApiCall", "mappable-params")].pop();
      delete files[file("makeApiCall")].body;
    },
    at: file("makeApiCall", "mappable-params"),
  },
];
