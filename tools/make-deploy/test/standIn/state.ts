import { Refusal } from "./refusal";

export type Kind = "connection" | "rpc" | "webhook" | "module" | "function";

/** What the stand-in keeps of a component: its metadata as sent, and its code. */
export interface Component {
  name: string;
  metadata: Record<string, unknown>;
  sections: Record<string, string>;
}

export interface App {
  name: string;
  label: string;
  version: number;
  sections: Record<string, string>;
  components: Record<Kind, Component[]>;
}

export interface State {
  apps: App[];
}

/** An app without anything in it. */
export const emptyApp = (name: string, label = name): App => ({
  name,
  label,
  version: 1,
  sections: {},
  components: {
    connection: [],
    rpc: [],
    webhook: [],
    module: [],
    function: [],
  },
});

export function createApp(
  state: State,
  { name, label }: { name: string; label: string },
) {
  if (!/^[a-z][0-9a-z-]{1,28}[0-9a-z]$/.test(name))
    throw new Refusal(400, `Invalid app name ${name}.`);
  // Make adds a suffix of its own.
  const app = emptyApp(`${name}-x1`.slice(-30), label);
  state.apps.push(app);
  return { name: app.name, label, version: app.version };
}

export function findApp({ apps }: State, name = "", version = "1"): App {
  const app = apps.find(
    (one) => one.name === name && String(one.version) === version,
  );
  if (!app) throw new Refusal(404, `App ${name} not found.`);
  return app;
}

export function findComponent(apps: App[], kind: Kind, name: string) {
  const found = apps
    .flatMap(({ components }) => components[kind])
    .find((component) => component.name === name);
  if (!found) throw new Refusal(404, `Not found: ${kind} ${name}.`);
  return found;
}

const PERSISTENT = ["name", "type", "moduleInitMode", "subtype"];

export function createComponent(
  app: App,
  kind: Kind,
  body: Record<string, unknown>,
): Component {
  const siblings = app.components[kind];
  const generated = kind === "connection" || kind === "webhook";
  const count = siblings.length;
  const name = generated
    ? `${app.name}${count > 0 ? count + 1 : ""}`
    : String(body.name);
  if (siblings.some((sibling) => sibling.name === name))
    throw new Refusal(400, `${kind} ${name} exists already.`);
  if (generated && typeof body.type !== "string")
    throw new Refusal(400, "type is required.");
  if (kind === "module" && body.typeId === 12 && !body.subtype)
    throw new Refusal(400, "subtype is required for universal modules.");
  for (const field of ["connection", "altConnection"]) {
    const target = body[field] ?? null;
    if (target !== null) findComponent([app], "connection", String(target));
  }
  const { connection, altConnection, ...metadata } = body;
  const component: Component = {
    name,
    sections: {},
    metadata: {
      connection: null,
      altConnection: null,
      // The pessimistic reading of the SDK's types: an RPC is created without a connection.
      ...(kind === "rpc" ? {} : { connection, altConnection }),
      ...metadata,
    },
  };
  siblings.push(component);
  return component;
}

export function patchComponent(
  component: Component,
  kind: Kind,
  body: Record<string, unknown>,
): void {
  const fixed = PERSISTENT.find((field) => field in body);
  if (fixed || kind === "function")
    throw new Refusal(400, `${fixed ?? kind} cannot be changed.`);
  Object.assign(component.metadata, body);
}

const FIELDS: Record<"list" | "created" | "detail", Record<Kind, string[]>> = {
  list: {
    connection: ["name", "label", "type"],
    rpc: ["name", "label"],
    webhook: ["name", "label", "type"],
    module: ["name", "label", "description", "typeId", "crud"],
    function: ["name"],
  },
  // A webhook is answered without its name: the SDK's own tests have it so.
  created: {
    connection: ["name", "label", "type"],
    rpc: ["name", "label"],
    webhook: ["label", "type", "connection"],
    module: [
      ...["name", "label", "description", "typeId", "crud"],
      ...["connection", "webhook"],
    ],
    function: ["name"],
  },
  detail: {
    connection: ["name", "label", "type"],
    rpc: ["name", "label", "connection", "altConnection"],
    webhook: ["name", "label", "type", "connection", "altConnection"],
    module: [
      ...["name", "label", "description", "typeId", "crud"],
      ...["connection", "altConnection", "webhook"],
    ],
    function: ["name"],
  },
};

/** What each call shows of a component. */
export function listed(
  kind: Kind,
  { name, metadata }: Component,
  call: "list" | "created" | "detail",
) {
  const all: Record<string, unknown> = { ...metadata, name };
  return Object.fromEntries(
    FIELDS[call][kind].map((field) => [field, all[field] ?? null]),
  );
}
