import type { App, PlantedBreach } from "../breach";

const breach = (
  path: string,
  pointer: string,
  edit: (content: App["files"][string]) => void,
): PlantedBreach => ({
  rule: "schema-section",
  case: `${path}#${pointer}`,
  plant: ({ files }) => edit(files[path]),
  at: pointer ? `${path}#${pointer}` : path,
});

const getting = "modules/getOrder/getOrder.communication.iml.json";
const form = "modules/getOrder/getOrder.mappable-params.iml.json";

export const schemaBreaches: PlantedBreach[] = [
  {
    rule: "schema-manifest",
    plant: ({ manifest }) => Object.assign(manifest, { version: 2 }),
    at: "makecomapp.json",
  },
  {
    rule: "schema-manifest",
    case: "an origin",
    plant: ({ manifest }) =>
      Object.assign(manifest.origins[0] ?? {}, { baseUrl: "eu1.make.com" }),
    at: "makecomapp.json#/origins/0/baseUrl",
  },
  breach("general/base.iml.json", "/timeout", (it) => (it.timeout = 300_001)),
  breach(getting, "", (it) => (it.querystring = {})),
  breach(getting, "/method", (it) => (it.method = "FETCH")),
  breach(getting, "/response/error", (it) => {
    it.response.error = { message: "No.", "400-408": { message: "No." } };
  }),
  breach(getting, "/response/type", (it) => {
    it.response.type = { "2xx": "json" };
  }),
  breach(getting, "/headers", (it) => (it.headers = "{{temp.headers}}")),
  breach(
    "modules/updateOrder/updateOrder.communication.iml.json",
    "/1/encodeUrl",
    (it) => (it[1].encodeUrl = "yes"),
  ),
  breach(
    "connections/acme/acme.oauth-communication.iml.json",
    "/info/response",
    (it) => (it.info.response.account = "{{body.id}}"),
  ),
  breach(form, "/0", (it) => (it[0].hint = "Order.")),
  breach(form, "/0/type", (it) => (it[0].type = "string")),
  breach("modules/groups.json", "/0", (it) => (it[0].icon = "order")),
  breach("connections/acme/acme.scope-list.iml.json", "/profile", (it) => {
    it.profile = "s".repeat(513);
  }),
  breach(
    "webhooks/orderEvents/orderEvents.communication.iml.json",
    "",
    (it) => {
      it.uid = "{{body.accountId}}";
    },
  ),
];
