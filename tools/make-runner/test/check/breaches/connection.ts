import type { PlantedBreach } from "../breach";

const oauth = "connections/acme/acme.oauth-communication.iml.json";
const key = "connections/acme-key/acme-key.communication.iml.json";
const events = "webhooks/allEvents/allEvents.communication.iml.json";
const scopeList = "connections/acme/acme.scope-list.iml.json";
const scope = "modules/watchOrders/watchOrders.scope.iml.json";

export const connectionBreaches: PlantedBreach[] = [
  {
    rule: "connection-requests",
    case: "refresh",
    plant: ({ files }) => delete files[oauth].refresh,
    at: oauth,
  },
  {
    rule: "connection-requests",
    case: "info",
    plant: ({ files, manifest }) => {
      const webhooks: { allEvents?: object } = manifest.components.webhook;
      delete webhooks.allEvents;
      delete files[oauth].info;
    },
    at: oauth,
  },
  {
    rule: "connection-requests",
    case: "authorize",
    plant: ({ files }) => {
      delete files[oauth].authorize;
      files[oauth].token.body.id = "{{parameters.clientId}}";
    },
    at: `${oauth}#/token`,
  },
  {
    rule: "connection-requests",
    case: "url",
    plant: ({ files }) => delete files[key].url,
    at: key,
  },
  {
    rule: "connection-metadata",
    plant: ({ files }) => delete files[oauth].info.response.metadata,
    at: `${oauth}#/info`,
  },
  {
    rule: "connection-label",
    plant: ({ manifest }) => {
      manifest.components.connection.acme.label = "Acme";
    },
    at: "makecomapp.json#/components/connection/acme/label",
  },
  {
    rule: "scope-oauth",
    plant: ({ manifest }) => {
      const { watchOrders } = manifest.components.module;
      watchOrders.connection = "acme-key";
    },
    at: scope,
  },
  {
    rule: "scope-listed",
    plant: ({ files }) => files[scope].push("orders.write"),
    at: `${scope}#/1`,
  },
  {
    rule: "scope-described",
    plant: ({ files }) => (files[scopeList].profile = ""),
    at: scopeList,
  },
  {
    rule: "webhook-shared",
    plant: ({ files }) => delete files[events].uid,
    at: events,
  },
  {
    rule: "webhook-shared",
    case: "uid of the connection",
    plant: ({ files }) => delete files[oauth].info.response.uid,
    at: oauth,
  },
  {
    rule: "webhook-shared",
    case: "connection",
    plant: ({ manifest, files }) => {
      const webhook: { connection: string | null } =
        manifest.components.webhook.allEvents;
      webhook.connection = null;
      files["webhooks/allEvents/allEvents.required-scope.iml.json"] = [];
    },
    at: "makecomapp.json#/components/webhook/allEvents/connection",
  },
  {
    rule: "webhook-instructions",
    plant: ({ files }) => {
      files["webhooks/orderEvents/orderEvents.attach.iml.json"] = {};
      files["webhooks/orderEvents/orderEvents.params.iml.json"] = [];
    },
    at: "makecomapp.json#/components/webhook/orderEvents",
  },
];
