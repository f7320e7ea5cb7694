import { connected, modules, paths } from "./moduleMetadata";

const connections = {
  acme: {
    label: "Acme (OAuth)",
    connectionType: "oauth",
    codeFiles: {
      ...paths("connections", "acme", {
        communication: "oauth-communication.iml.json",
        params: "params.iml.json",
        scopeList: "scope-list.iml.json",
        defaultScope: "default-scope.iml.json",
      }),
      common: null,
    } as Record<string, string | null>,
  },
  "acme-key": {
    label: "Acme (API key)",
    connectionType: "basic",
    codeFiles: {
      ...paths("connections", "acme-key", {
        communication: "communication.iml.json",
        params: "params.iml.json",
      }),
      common: null,
    } as Record<string, string | null>,
  },
};

const webhook = (id: string, webhookType: string, label: string) => ({
  label,
  webhookType,
  ...connected,
  codeFiles: paths("webhooks", id, {
    communication: "communication.iml.json",
    params: "params.iml.json",
    attach: "attach.iml.json",
    detach: "detach.iml.json",
    requiredScope: "required-scope.iml.json",
  }) as Record<string, string | null>,
});

/** A manifest of one component of every kind and one module of every type. */
export const cleanManifest = () =>
  structuredClone({
    fileVersion: 1,
    generalCodeFiles: {
      base: "general/base.iml.json",
      common: null,
      readme: "README.md",
      groups: "modules/groups.json",
    } as Record<string, string | null>,
    components: {
      connection: connections,
      webhook: {
        orderEvents: webhook("orderEvents", "web", "Order events"),
        allEvents: webhook("allEvents", "web-shared", "All events"),
      },
      module: modules,
      rpc: {
        listCustomers: {
          label: "List customers",
          ...connected,
          codeFiles: paths("rpcs", "listCustomers", {
            communication: "communication.iml.json",
            params: "params.iml.json",
          }),
        },
      },
      function: {
        orderBody: { codeFiles: functionFiles("orderBody") },
        centsOf: { codeFiles: functionFiles("centsOf") },
      },
      endpoint: {},
    },
    origins: [
      {
        label: "Origin",
        baseUrl: "https://eu1.make.com/api",
        appId: "acme-orders",
        appVersion: 1,
        apikeyFile: "../.secrets/apikey",
        idMapping: {
          connection: [{ local: "acme", remote: "acme-orders" }],
          module: [{ local: "getOrder", remote: "getOrder" }],
          function: [],
          rpc: [],
          webhook: [],
          endpoint: [],
        },
      },
    ],
  });

function functionFiles(id: string) {
  return paths("functions", id, { code: "code.js", test: "test.js" });
}
