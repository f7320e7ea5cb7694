import type { App, PlantedBreach } from "../breach";

const form = (module: string, code = "mappable-params") =>
  `modules/${module}/${module}.${code}.iml.json`;
const search = form("searchOrders");
const watch = form("watchOrders", "static-params");
const update = form("updateOrder");
const create = form("createOrder");
const updating = form("updateOrder", "communication");
const getting = form("getOrder", "communication");

/** @param edit what is done to the form */
const breach = (
  rule: string,
  path: string,
  pointer: string,
  edit: (content: App["files"][string]) => void,
): PlantedBreach => ({
  rule,
  case: `${path}#${pointer}`,
  plant: ({ files }) => edit(files[path]),
  at: pointer ? `${path}#${pointer}` : path,
});

export const parameterBreaches: PlantedBreach[] = [
  breach("search-limit", search, "/1", (it) => (it[1].default = 20)),
  breach("search-limit", search, "/1", (it) => (it[1].type = "number")),
  breach("search-limit", search, "/1", (it) => (it[1].label = "Maximum")),
  breach("search-limit", search, "/1", (it) => (it[1].advanced = true)),
  {
    rule: "search-limit",
    case: "missing",
    plant: ({ files }) => {
      files[search][1].name = "page";
      files[form("searchOrders", "communication")].response.limit =
        "{{parameters.page}}";
    },
    at: search,
  },
  breach("trigger-limit", watch, "/0", (it) => delete it[0].required),
  breach("parameter-order", update, "/3", (it) => it.push(it.shift())),
  breach("parameter-advanced-required", search, "/1", (it) => {
    it.reverse();
    Object.assign(it[1], { advanced: true, required: true });
  }),
  {
    rule: "static-params-empty",
    plant: ({ manifest, files }) => {
      const { codeFiles } = manifest.components.module.getOrder;
      codeFiles.staticParams = form("getOrder", "static-params");
      files[codeFiles.staticParams] = files[form("getOrder")].splice(0);
    },
    at: form("getOrder", "static-params"),
  },
  breach("select-value", create, "/1/options/0", (it) => {
    it[1].options[0].value = null;
  }),
  breach("select-value", create, "/1/options/store/0", (it) => {
    it[1].options = { store: [{ label: "None" }, ...it[1].options] };
  }),
  breach("select-mode", update, "/1", (it) => delete it[1].mode),
  breach("select-mode", create, "/0/mode", (it) => (it[0].mode = "edit")),
  breach("date-format", updating, "/1/body/paid", (it) => {
    it[1].body.paid = "{{parameters.paidOn}}";
  }),
  breach("parameter-unused", update, "/4", (it) => {
    it.push({ name: "note", type: "text", label: "Note", advanced: true });
  }),
  {
    rule: "parameter-unused",
    case: "behind a choice",
    plant: ({ files }) => delete files[updating][1].body.paid,
    at: `${update}#/2/options/1/nested/0`,
  },
  {
    rule: "parameter-unused",
    case: "of a collection",
    plant: ({ files }) => delete files[updating][1].body.city,
    at: `${update}#/3/spec/1`,
  },
  {
    rule: "parameter-unused",
    case: "of a connection",
    plant: ({ files }) => {
      files[
        "connections/acme/acme.oauth-communication.iml.json"
      ].authorize.qs.client_id = "{{common.clientId}}";
    },
    at: "connections/acme/acme.params.iml.json#/0",
  },
  breach("parameter-undeclared", getting, "/url", (it) => {
    it.url = "/orders/{{parameters.id}}/{{parameters.orderId}}";
  }),
  breach("parameter-undeclared", updating, "/1/body/zip", (it) => {
    it[1].body.zip = "{{parameters.address.zip}}";
  }),
  breach(
    "parameter-undeclared",
    "rpcs/listCustomers/listCustomers.communication.iml.json",
    "/qs/state",
    (it) => (it.qs.state = "{{parameters.state}}"),
  ),
  breach("parameter-undeclared", "general/base.iml.json", "/qs/state", (it) => {
    it.qs = { state: "{{parameters.state}}" };
  }),
];
