import type { MakeApp, MakeModule, Service } from "../make/app";
import type { ImlFunctions } from "./buildFunctions";

/** Every file of the tree by its path: text, or a value that becomes JSON. */
export type Files = Map<string, unknown>;

const kebab = (id: string) =>
  id.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

const json = (value: unknown) => `${JSON.stringify(value, undefined, 2)}\n`;

/** Which connection a service's modules use, and which other one is as good. */
const CONNECTIONS: Record<Service, [string, string | null]> = {
  hubspot: ["hubspotOauth", "hubspotServiceKey"],
  xero: ["xeroOauth", null],
};

/** The tree of the app, as Make's VS Code extension opens it. */
export function treeOf(
  app: MakeApp,
  functions: ImlFunctions,
  tests: ImlFunctions,
  readme: string,
): Map<string, string> {
  const files = new Map<string, string>();
  const write = (path: string, content: unknown): string => {
    files.set(path, typeof content === "string" ? content : json(content));
    return path;
  };
  const file =
    (type: string, id: string) => (suffix: string, content: unknown) =>
      write(`${type}/${kebab(id)}/${kebab(id)}.${suffix}`, content);

  const connection = Object.fromEntries(
    app.connections.map((entry) => {
      const put = file("connections", entry.id);
      const isOauth = entry.type === "oauth";
      const codeFiles = {
        communication: put(
          isOauth ? "oauth-communication.iml.json" : "communication.iml.json",
          entry.communication,
        ),
        params: put("params.iml.json", entry.params),
        common: null,
        ...(isOauth && {
          scopeList: put("scope-list.iml.json", entry.scopes),
          defaultScope: put("default-scope.iml.json", entry.defaultScopes),
          installSpec: put("install-spec.iml.json", []),
          installDirectives: put("install-directives.iml.json", {}),
        }),
      };
      const { label, type: connectionType } = entry;
      return [entry.id, { label, connectionType, codeFiles }];
    }),
  );

  const module = Object.fromEntries(
    app.modules.map((entry) => {
      const put = file("modules", entry.id);
      const [first, alternative] = CONNECTIONS[entry.service];
      const codeFiles = {
        communication: put("communication.iml.json", entry.communication),
        ...(entry.epoch && { epoch: put("epoch.iml.json", entry.epoch) }),
        staticParams: put("static-params.iml.json", entry.staticParams ?? []),
        mappableParams: put(
          "mappable-params.iml.json",
          entry.mappableParams ?? [],
        ),
        interface: put("interface.iml.json", entry.interface),
        samples: put("samples.iml.json", entry.samples),
        scope: put("scope.iml.json", entry.scope ?? []),
      };
      return [
        entry.id,
        {
          label: entry.label,
          description: entry.description,
          moduleType: entry.type,
          ...(entry.type === "action" && { actionCrud: entry.crud ?? null }),
          connection: first,
          altConnection: alternative,
          codeFiles,
        },
      ];
    }),
  );

  const rpc = Object.fromEntries(
    app.rpcs.map((entry) => {
      const put = file("rpcs", entry.id);
      const [first, alternative] = CONNECTIONS[entry.service];
      const codeFiles = {
        communication: put("communication.iml.json", entry.communication),
        params: put("params.iml.json", entry.params ?? []),
      };
      return [
        entry.id,
        {
          label: entry.label,
          connection: first,
          altConnection: alternative,
          codeFiles,
        },
      ];
    }),
  );

  const imlFunction = Object.fromEntries(
    [...functions].map(([name, code]) => {
      const put = file("functions", name);
      const codeFiles = {
        code: put("code.js", code),
        test: put("test.js", tests.get(name) ?? ""),
      };
      return [name, { codeFiles }];
    }),
  );

  write("makecomapp.json", {
    fileVersion: 1,
    generalCodeFiles: {
      base: write("general/base.iml.json", app.base),
      common: null,
      readme: write("README.md", readme),
      groups: write("modules/groups.json", groupsOf(app.modules)),
    },
    components: {
      connection,
      webhook: {},
      module,
      rpc,
      function: imlFunction,
      endpoint: {},
    },
    origins: [],
  });
  return files;
}

function groupsOf(
  modules: readonly MakeModule[],
): { label: string; modules: string[] }[] {
  const labels = [...new Set(modules.map(({ group }) => group))];
  return labels.map((label) => ({
    label,
    modules: modules.filter(({ group }) => group === label).map(({ id }) => id),
  }));
}
