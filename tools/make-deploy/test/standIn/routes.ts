import { Hono, type Context } from "hono";
import { checksumsOf } from "./checksums";
import { checkSection } from "./sectionRules";
import {
  createApp,
  createComponent,
  findApp,
  findComponent,
  listed,
  patchComponent,
  type State,
} from "./state";

const KINDS = ["connection", "rpc", "webhook", "module", "function"] as const;
const ANSWER = {
  connection: "appConnection",
  rpc: "appRpc",
  webhook: "appWebhook",
  module: "appModule",
  function: "appFunction",
} as const;

/** The calls of /sdk/apps over a state. */
export function sdkRoutes(state: State, options: { checksums: boolean }): Hono {
  const hono = new Hono();
  hono.get("/", (c) =>
    c.json({
      apps: state.apps.map(({ name, label, version }) => ({
        name,
        label,
        version,
      })),
    }),
  );
  hono.post("/", async (c) =>
    c.json({ app: createApp(state, await c.req.json()) }),
  );
  hono.get("/:app/:version{\\d+}/checksum", (c) => {
    const app = findApp(state, c.req.param("app"), c.req.param("version"));
    return c.json(options.checksums ? checksumsOf(app) : {});
  });
  for (const kind of KINDS) {
    const standing = kind === "connection" || kind === "webhook";
    const collection = `/:app${standing ? "" : "/:version{\\d+}"}/${kind}s`;
    const one = standing ? `/${kind}s/:name` : `${collection}/:name`;
    const appOf = (c: Context) =>
      findApp(state, c.req.param("app"), c.req.param("version"));
    const componentOf = (c: Context) =>
      findComponent(
        standing ? state.apps : [appOf(c)],
        kind,
        c.req.param("name") ?? "",
      );
    hono.get(collection, (c) =>
      c.json({
        [`${ANSWER[kind]}s`]: appOf(c).components[kind].map((component) =>
          listed(kind, component, "list"),
        ),
      }),
    );
    hono.post(collection, async (c) =>
      c.json({
        [ANSWER[kind]]: listed(
          kind,
          createComponent(appOf(c), kind, await c.req.json()),
          "created",
        ),
      }),
    );
    hono.get(one, (c) =>
      c.json({ [ANSWER[kind]]: listed(kind, componentOf(c), "detail") }),
    );
    hono.patch(one, async (c) => {
      const component = componentOf(c);
      patchComponent(component, kind, await c.req.json());
      return c.json({ [ANSWER[kind]]: listed(kind, component, "detail") });
    });
    hono.get(`${one}/:section`, (c) =>
      c.text(componentOf(c).sections[c.req.param("section") ?? ""] ?? "null"),
    );
    hono.put(`${one}/:section`, async (c) => {
      const section = c.req.param("section") ?? "";
      const text = await c.req.text();
      checkSection(kind, section, c.req.header("content-type"), text);
      componentOf(c).sections[section] = text;
      return c.json({ changed: true });
    });
  }
  hono.get("/:app/:version{\\d+}/:section", (c) => {
    const app = findApp(state, c.req.param("app"), c.req.param("version"));
    return c.text(app.sections[c.req.param("section")] ?? "null");
  });
  hono.put("/:app/:version{\\d+}/:section", async (c) => {
    const app = findApp(state, c.req.param("app"), c.req.param("version"));
    const section = c.req.param("section");
    const text = await c.req.text();
    const modules = app.components.module.map(({ name }) => name);
    checkSection("app", section, c.req.header("content-type"), text, modules);
    app.sections[section] = text;
    return c.json({ changed: true });
  });
  return hono;
}
