import type { PlantedBreach } from "../breach";

const M = "makecomapp.json#";
const groups = "modules/groups.json";

export const manifestBreaches: PlantedBreach[] = [
  {
    rule: "manifest-component-maps",
    plant: ({ manifest }) => {
      delete (manifest.components as { endpoint?: object }).endpoint;
    },
    at: `${M}/components`,
  },
  {
    rule: "manifest-component-maps",
    case: "idMapping",
    plant: ({ manifest }) => {
      delete (manifest.origins[0]?.idMapping as { endpoint?: object }).endpoint;
    },
    at: `${M}/origins/0/idMapping`,
  },
  {
    rule: "manifest-component-type",
    plant: ({ manifest }) => {
      const key: { connectionType?: string } =
        manifest.components.connection["acme-key"];
      delete key.connectionType;
    },
    at: `${M}/components/connection/acme-key`,
  },
  {
    rule: "manifest-ids",
    plant: ({ manifest }) =>
      Object.assign(manifest.components.endpoint, { "list-orders": null }),
    at: `${M}/components/endpoint/list-orders`,
  },
  {
    rule: "manifest-ids",
    case: "a word of JavaScript",
    plant: ({ manifest }) =>
      Object.assign(manifest.components.endpoint, { delete: null }),
    at: `${M}/components/endpoint/delete`,
  },
  {
    rule: "manifest-ids",
    case: "app",
    plant: ({ manifest }) =>
      Object.assign(manifest.origins[0] ?? {}, { appId: "Acme" }),
    at: `${M}/origins/0/appId`,
  },
  {
    rule: "manifest-file-names",
    plant: ({ manifest, files }) => {
      const { codeFiles } = manifest.components.module.getOrder;
      files["modules/getOrder/api.imljson"] =
        files[String(codeFiles.communication)];
      codeFiles.communication = "modules/getOrder/api.imljson";
    },
    at: `${M}/components/module/getOrder/codeFiles/communication`,
  },
  {
    rule: "manifest-null-path",
    plant: ({ manifest }) => {
      manifest.components.module.getOrder.codeFiles.samples = null;
    },
    at: `${M}/components/module/getOrder/codeFiles/samples`,
  },
  {
    rule: "manifest-null-path",
    case: "common data in the tree",
    plant: ({ manifest }) => {
      manifest.generalCodeFiles.common = "general/common.json";
    },
    at: `${M}/generalCodeFiles/common`,
  },
  {
    rule: "manifest-references",
    plant: ({ manifest }) => {
      manifest.components.module.getOrder.connection = "acmee";
    },
    at: `${M}/components/module/getOrder/connection`,
  },
  {
    rule: "manifest-references",
    case: "idMapping",
    plant: ({ manifest }) => {
      manifest.origins[0]?.idMapping.module.push({
        local: "getOrders",
        remote: "getOrders",
      });
    },
    at: `${M}/origins/0/idMapping/module/1`,
  },
  {
    rule: "manifest-webhook",
    plant: ({ manifest }) => {
      delete manifest.components.module.watchOrderEvents.webhook;
    },
    at: `${M}/components/module/watchOrderEvents/webhook`,
  },
  {
    rule: "manifest-webhook",
    case: "on an action",
    plant: ({ manifest }) => {
      manifest.components.module.getOrder.webhook = "orderEvents";
    },
    at: `${M}/components/module/getOrder/webhook`,
  },
  {
    rule: "groups-references",
    plant: ({ files }) => files[groups][0].modules.push("getOrders"),
    at: `${groups}#/0`,
  },
  {
    rule: "groups-complete",
    plant: ({ files }) => files[groups][0].modules.pop(),
    at: groups,
  },
  {
    rule: "groups-order",
    plant: ({ files }) => {
      const { modules } = files[groups][0];
      modules.push(...modules.splice(modules.indexOf("searchOrders"), 1));
    },
    at: `${groups}#/0`,
  },
  {
    rule: "groups-by-entity",
    plant: ({ manifest, files }) => {
      const [orders, other] = files[groups];
      for (const id of ["first", "second", "third"]) {
        Object.assign(manifest.components.module, { [id]: responder });
        orders.modules.unshift(id);
      }
      files[groups] = [
        { label: "All", modules: [...orders.modules, ...other.modules] },
      ];
    },
    at: groups,
  },
];

const responder = {
  label: "Answer a call",
  description: "Answers a call.",
  moduleType: "responder",
  connection: null,
  altConnection: null,
  codeFiles: {},
};
