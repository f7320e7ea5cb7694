import { openApp, type AppOptions } from "../../src/run/openApp";
import type { HttpAnswer, HttpCall } from "../../src/run/transport/httpCall";
import type { MakeTree, ModuleType, Section } from "../../src/tree/tree";

export const noon = new Date("2026-03-02T12:00:00.000Z");

export interface ModuleSketch {
  type?: ModuleType;
  api?: unknown;
  params?: unknown;
  staticParams?: unknown;
  epoch?: unknown;
  scope?: unknown;
  connection?: string;
}

export interface Sketch {
  base?: unknown;
  modules?: Record<string, ModuleSketch>;
  rpcs?: Record<string, { api: unknown; params?: unknown }>;
  connections?: Record<
    string,
    { oauth?: boolean; api: unknown; params?: unknown; common?: unknown }
  >;
  functions?: Record<string, string | { code: string; test: string }>;
}

const section = (value: unknown): Section => ({ path: "", text: "", value });

const code = (values: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(values)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [name, section(value)]),
  );

/** A tree made from its sections only. */
export function treeOf(sketch: Sketch): MakeTree {
  const components = <Given, Made>(
    given: Record<string, Given> | undefined,
    make: (given: Given, id: string) => Made,
  ) =>
    new Map(
      Object.entries(given ?? {}).map(([id, one]) => [id, make(one, id)]),
    );
  return {
    folder: "",
    manifest: {
      fileVersion: 1,
      generalCodeFiles: {
        base: null,
        common: null,
        readme: null,
        groups: null,
      },
      components: {
        ...{ connection: {}, webhook: {}, module: {}, rpc: {}, function: {} },
      },
      origins: [],
    },
    base: section(sketch.base ?? { baseUrl: "https://api.test" }),
    groups: section([]),
    readme: undefined,
    webhooks: new Map(),
    connections: components(sketch.connections, (one, id) => ({
      id,
      metadata: {
        label: id,
        connectionType: one.oauth ? ("oauth" as const) : ("basic" as const),
      },
      code: code({
        communication: one.api,
        params: one.params,
        common: one.common,
      }),
    })),
    modules: components(sketch.modules, (one, id) => ({
      id,
      metadata: {
        label: id,
        description: "",
        moduleType: one.type ?? "action",
        connection: one.connection ?? null,
        altConnection: null,
      },
      code: code({
        communication: one.api,
        staticParams: one.staticParams,
        mappableParams: one.params,
        epoch: one.epoch,
        scope: one.scope,
      }),
    })),
    rpcs: components(sketch.rpcs, (one, id) => ({
      id,
      metadata: { label: id, connection: null, altConnection: null },
      code: code({ communication: one.api, params: one.params }),
    })),
    functions: components(sketch.functions, (one, id) => {
      const { code: text, test } =
        typeof one === "string" ? { code: one, test: undefined } : one;
      return {
        id,
        code: { path: `${id}.js`, text },
        test: test ? { path: `${id}.test.js`, text: test } : undefined,
      };
    }),
  };
}

/** An app over answers given one by one; a request that is not expected fails. */
export function openSketch(
  sketch: Sketch,
  answers: (HttpAnswer | ((call: HttpCall) => HttpAnswer))[] = [],
  options: Partial<AppOptions> = {},
) {
  const calls: HttpCall[] = [];
  const left = [...answers];
  const app = openApp(treeOf(sketch), {
    send: async (call) => {
      calls.push(call);
      const answer = left.shift();
      if (!answer) throw new Error(`${call.method} ${call.url} not expected`);
      return typeof answer === "function" ? answer(call) : answer;
    },
    now: () => noon,
    timezone: "UTC",
    uuid: () => "uuid-1",
    sleep: async () => {},
    ...options,
  });
  return { app, calls, left };
}
