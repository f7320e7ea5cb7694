import { createRequire } from "node:module";

export interface RunInput {
  authData?: Record<string, string>;
  inputData?: Record<string, unknown>;
  meta?: Record<string, unknown>;
}

/** Zapier's side of a Zap: the built app, run by Zapier's own core. */
export interface Zapier {
  /** Runs a step by its key. */
  run<Result>(
    kind: "triggers" | "creates" | "searches",
    key: string,
    input: RunInput,
  ): Promise<Result>;
  authorizeUrl(input: RunInput): Promise<string>;
  getAccessToken(input: RunInput): Promise<Record<string, string>>;
  test<Result>(input: RunInput): Promise<Result>;
  /** Whether the app has such a step. */
  has(kind: "triggers" | "creates" | "searches", key: string): boolean;
  /** Empties Zapier's cache, as for a connection that was never used. */
  forget(): Promise<void>;
}

type Steps = Record<string, { operation: { perform: unknown } } | undefined>;

interface App {
  triggers: Steps;
  creates: Steps;
  searches: Steps;
  authentication: {
    oauth2Config: { authorizeUrl: unknown; getAccessToken: unknown };
    test: unknown;
  };
}

interface ZapierCore {
  createAppTester(
    app: App,
  ): (
    perform: unknown,
    bundle: RunInput,
    clearCache?: boolean,
  ) => Promise<unknown>;
}

/** Loads the bundle that `npm run build` made, exactly as it would be uploaded, unless another one is told. */
export function loadZapier(bundle = "../../../zapier-app/index.js"): Zapier {
  // Outside a test run Zapier's core prints its memory use after every call.
  process.env["NODE_ENV"] ??= "test";
  const require = createRequire(__filename);
  const app = require(bundle) as App;
  const core = require("zapier-platform-core") as ZapierCore;
  // Zapier's core ends a process of over 450 MB, which hundreds of runs beside two sandboxes grow to.
  Object.assign(require("zapier-platform-core/src/constants") as object, {
    KILL_MAX_LIMIT: Infinity,
  });
  const test = core.createAppTester(app);
  // Zapier always sends meta; the tester leaves it out.
  const call = (perform: unknown, input: RunInput) =>
    test(perform, { meta: {}, ...input });
  const { oauth2Config } = app.authentication;
  return {
    run: async <Result>(
      kind: "triggers" | "creates" | "searches",
      key: string,
      input: RunInput,
    ) => (await call(app[kind][key]?.operation.perform, input)) as Result,
    has: (kind, key) => Object.hasOwn(app[kind], key),
    forget: async () => void (await test(() => undefined, {}, true)),
    authorizeUrl: async (input) =>
      (await call(oauth2Config.authorizeUrl, input)) as string,
    getAccessToken: async (input) =>
      (await call(oauth2Config.getAccessToken, input)) as Record<
        string,
        string
      >,
    test: async <Result>(input: RunInput) =>
      (await call(app.authentication.test, input)) as Result,
  };
}

/** The sentence that Zapier's task history shows; core's own errors carry it in JSON. */
export function errorMessage(error: unknown): string {
  return errorContent(error).message;
}

/** After how many seconds Zapier would run a throttled step again; undefined for any other error. */
export function throttledFor(error: unknown): number | undefined {
  return error instanceof Error && error.name === "ThrottledError"
    ? (errorContent(error).delay ?? 60)
    : undefined;
}

function errorContent(error: unknown): { message: string; delay?: number } {
  const text = error instanceof Error ? error.message : String(error);
  try {
    return JSON.parse(text) as { message: string; delay?: number };
  } catch {
    return { message: text };
  }
}
