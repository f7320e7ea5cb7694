import type { Breach, Rule } from "../finding";
import { below, isObject, objectOf } from "../read/json";

/** The six kinds of component, in the order in which Make deploys them. */
export const componentKinds = [
  "connection",
  "endpoint",
  "rpc",
  "webhook",
  "module",
  "function",
] as const;

export const manifestFile = "makecomapp.json";

/** Where something in the manifest stands. */
export const inManifest = (...keys: (string | number)[]): string =>
  `${manifestFile}#${keys.reduce<string>(below, "")}`;

/** The manifest names every kind of component, used or not, and what kind each one is. */
export const componentMapRules: Rule[] = [
  {
    id: "manifest-component-maps",
    what: "components and every idMapping hold all six kinds",
    severity: "error",
    *find({ manifest }) {
      const maps = objectOf(manifest.components);
      for (const kind of componentKinds)
        if (!isObject(maps[kind]))
          yield {
            path: inManifest("components"),
            message: `Add "${kind}": {}; the six kinds of component are all required.`,
          };
      for (const [index, { idMapping }] of manifest.origins.entries())
        for (const kind of idMapping ? componentKinds : [])
          if (!idMapping?.[kind])
            yield {
              path: inManifest("origins", index, "idMapping"),
              message: `Add "${kind}": []; the six kinds of component are all required.`,
            };
    },
  },
  {
    id: "manifest-component-type",
    what: "connections, webhooks and modules say of which type they are",
    severity: "error",
    *find({ manifest: { components } }) {
      yield* untyped("connection", components.connection, "connectionType", [
        "basic",
        "oauth",
      ]);
      yield* untyped("webhook", components.webhook, "webhookType", [
        "web",
        "web-shared",
      ]);
      yield* untyped("module", components.module, "moduleType", [
        "trigger",
        "action",
        "search",
        "instant_trigger",
        "responder",
        "universal",
      ]);
    },
  },
];

function* untyped(
  kind: string,
  components: object | undefined,
  key: string,
  types: string[],
): Generator<Breach> {
  for (const [id, metadata] of Object.entries(components ?? {})) {
    const type = objectOf(metadata)[key];
    if (metadata && !(typeof type === "string" && types.includes(type)))
      yield {
        path: inManifest("components", kind, id),
        message: `Set ${key} of ${id} to one of: ${types.join(", ")}.`,
      };
  }
}
