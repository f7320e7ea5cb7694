import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { runFunctionTests } from "../../src/functions/runFunctionTests";
import { ImlError } from "../../src/iml/iml";
import { MakeError } from "../../src/run/MakeError";
import { openApp } from "../../src/run/openApp";
import {
  readDeclared,
  staticOptions,
  type Declared,
} from "../../src/run/parameters/declared";
import { jsonAnswer, type HttpCall } from "../../src/run/transport/httpCall";
import { loadTree, TreeError } from "../../src/tree/loadTree";
import type { MakeTree } from "../../src/tree/tree";

/** A folder with checkouts of public apps, to see that nothing here is made for one app only. */
const folder = process.env["MAKE_PUBLIC_APPS"];
const apps =
  folder && existsSync(folder)
    ? readdirSync(folder).filter((name) =>
        existsSync(join(folder, name, "makecomapp.json")),
      )
    : [];

(apps.length > 0 ? describe : describe.skip)("public apps", () => {
  test.each(apps)("%s opens and its modules run", async (name) => {
    const tree = opened(join(folder ?? "", name));
    // A manifest of another layout is refused with its reason.
    if (tree instanceof TreeError) return;
    expect(tree.modules.size).toBeGreaterThan(0);
    expect(Array.isArray(runFunctionTests(tree))).toBe(true);
    const ends = await Promise.all(
      [...tree.modules.keys()].map((id) => tryModule(tree, id)),
    );
    for (const end of ends) {
      if (end.error) expect(end.error).toBeInstanceOf(MakeError);
      for (const call of end.calls)
        expect(call).toMatchObject({ url: expect.stringMatching(/^https:/) });
    }
    const ran = ends.filter(({ error }) => !error);
    // An app whose every module holds IML that this runner refuses is told apart from a runner that fails.
    const refused = ends.filter(
      ({ error }) => error instanceof Error && error.cause instanceof ImlError,
    );
    expect(ran.length + refused.length).toBeGreaterThan(0);
    if (process.env["MAKE_PUBLIC_APPS_SHOW"]) {
      process.stdout.write(
        `${name}\n${ends.map(({ id, error, calls }) => `  ${id}: ${error ? String(error) : `ran, ${calls.map(({ method, url }) => `${method} ${url}`).join(" ")}`}`).join("\n")}\n`,
      );
    }
  });
});

function opened(path: string): MakeTree | TreeError {
  try {
    return loadTree(path);
  } catch (error) {
    if (error instanceof TreeError) return error;
    throw error;
  }
}

async function tryModule(tree: MakeTree, id: string) {
  const calls: HttpCall[] = [];
  const app = openApp(tree, {
    send: async (call) => {
      calls.push(call);
      return jsonAnswer({ id: "1", data: { id: "1" }, body: {}, ok: true });
    },
    now: () => new Date(),
    timezone: "UTC",
  });
  const { staticParams, mappableParams } = tree.modules.get(id)?.code ?? {};
  const given = [staticParams?.value, mappableParams?.value].reduce<object>(
    (values, section) => ({ ...values, ...sampled(section) }),
    {},
  );
  try {
    await app.runModule(id, given as Record<string, unknown>, {
      connection: connectionFor(tree, id),
      payload: { id: "1" },
    });
    return { id, calls };
  } catch (error) {
    return { id, calls, error };
  }
}

function connectionFor(tree: MakeTree, module: string) {
  const type = tree.modules.get(module)?.metadata.connection;
  const component = type ? tree.connections.get(type) : undefined;
  return component && type
    ? {
        ...{ type, data: { accessToken: "token-1" } },
        parameters: sampled(component.code.params?.value),
      }
    : undefined;
}

/** A value for each parameter of a section. */
function sampled(section: unknown): Record<string, unknown> {
  return Object.fromEntries(
    readDeclared(section).declared.flatMap((one) => [
      [one.name ?? "", sample(one)],
      ...(staticOptions(one)?.[0]?.nested && one.default === undefined
        ? Object.entries(sampled(staticOptions(one)?.[0]?.nested))
        : (staticOptions(one) ?? []).flatMap(({ nested }) =>
            Object.entries(sampled(nested)),
          )),
    ]),
  );
}

function sample(parameter: Declared): unknown {
  const { type, spec } = parameter;
  if (parameter.default !== undefined) return parameter.default;
  if (type === "array")
    return [
      Array.isArray(spec)
        ? sampled(spec)
        : typeof spec === "object"
          ? sample(spec)
          : "text",
    ];
  if (type === "collection") return sampled(spec);
  if (type === "boolean") return true;
  if (type === "date") return "2026-01-02T03:04:05Z";
  if (/integer|number|port/.test(type)) return 1;
  if (type === "select") return staticOptions(parameter)?.[0]?.value ?? "1";
  return parameter.name === "url" ? "/things" : "text";
}
