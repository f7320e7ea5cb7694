import { join } from "node:path";
import type { AppRunner } from "@hubspot-xero/make-runner/run/AppRunner";
import type { Connection } from "@hubspot-xero/make-runner/run/connection/connection";
import type { MakeErrorType } from "@hubspot-xero/make-runner/run/MakeError";
import { openApp } from "@hubspot-xero/make-runner/run/openApp";
import { fetchSend } from "@hubspot-xero/make-runner/run/transport/fetchSend";
import type {
  HttpCall,
  Send,
} from "@hubspot-xero/make-runner/run/transport/httpCall";
import type { TriggerState } from "@hubspot-xero/make-runner/run/trigger";
import { loadTree } from "@hubspot-xero/make-runner/tree/loadTree";
import { createFixedClock } from "@hubspot-xero/sandbox/clock";
import { agency } from "@hubspot-xero/sandbox/seed/agency";
import { startSandbox, type Sandbox } from "@hubspot-xero/sandbox/sandbox";

type Entry = Record<string, unknown>;

/** What a module sent: the query read, the body parsed. */
export interface Sent {
  call: string;
  query: Record<string, string>;
  headers: Record<string, string>;
  body?: unknown;
}

export interface World {
  sandbox: Sandbox;
  app: AppRunner;
  /** Everything that was sent since the last time that it was asked for. */
  sent(): Sent[];
  /** One bundle of an action. */
  run(module: string, given: Entry): Promise<Entry>;
  search(module: string, given: Entry): Promise<Entry[]>;
  poll(
    module: string,
    given: Entry,
    state?: TriggerState,
  ): Promise<{ bundles: Entry[]; state: TriggerState; requests: number }>;
  epoch(module: string, given: Entry): Promise<unknown[]>;
  /** What a list offers. */
  options(rpc: string, given: Entry): Promise<unknown[]>;
  /** The refusal of a run, as Make shows it. */
  refusal(
    module: string,
    given: Entry,
  ): Promise<{ type: MakeErrorType; message: string }>;
}

export const TENANT = "6b8f2d1e-40c7-4b7a-9a35-1f0c52d7e9aa";
export const NOW = "2026-11-23T10:00:00.000Z";

/** The tree that the build made. */
const tree = loadTree(join(__dirname, "../dist"));
const API = "https://api.xero.com";

let open: Sandbox[] = [];

afterEach(async () => {
  await Promise.all(open.map((sandbox) => sandbox.close()));
  open = [];
});

/** The seeded agency's Xero, with the app connected to it. */
export async function openWorld({
  timezone = "Europe/London",
}: { timezone?: string } = {}): Promise<World> {
  const sandbox = await startSandbox({
    seed: agency(),
    clock: createFixedClock(NOW),
    xeroLimits: { enforce: false },
  });
  open.push(sandbox);
  let calls: HttpCall[] = [];
  const vendor = fetchSend({ [API]: sandbox.xero.url });
  const send: Send = (call) => {
    calls.push(call);
    return vendor(call);
  };
  const now = () => sandbox.clock.now();
  const app = openApp(tree, { send, now, timezone });
  /** Xero's tokens live for half an hour, and tests let days pass. */
  const connect = (): Connection => ({
    type: "xeroOauth",
    parameters: {},
    data: {
      accessToken: sandbox.xero.issueToken().access_token,
      expires: new Date(now().getTime() + 1_800_000),
      service: "xero",
      apiBase: API,
    },
  });
  const run = async (module: string, given: Entry, state?: TriggerState) => {
    const { ignored, ...ran } = await app.runModule(
      module,
      { organisationId: TENANT, ...given },
      { connection: connect(), state },
    );
    if (ignored.length) throw new Error(`No parameters: ${ignored.join(", ")}`);
    return { ...ran, bundles: ran.bundles as Entry[] };
  };
  return {
    sandbox,
    app,
    sent: () => {
      const told = calls.map(tell);
      calls = [];
      return told;
    },
    run: async (module, given) => (await run(module, given)).bundles[0] ?? {},
    search: async (module, given) => (await run(module, given)).bundles,
    poll: async (module, given, state = {}) => {
      const ran = await run(module, given, state);
      return { ...ran, state: ran.state ?? {} };
    },
    epoch: (module, given) =>
      app.runEpoch(
        module,
        { organisationId: TENANT, ...given },
        { connection: connect() },
      ),
    options: (rpc, given) =>
      app.runOptions(
        rpc,
        { organisationId: TENANT, ...given },
        { connection: connect() },
      ),
    refusal: (module, given) =>
      run(module, given).then(
        ({ bundles }) => {
          throw new Error(`Not refused: ${JSON.stringify(bundles)}`);
        },
        ({ type, message }: { type: MakeErrorType; message: string }) => ({
          type,
          message,
        }),
      ),
  };
}

function tell({ method, url, headers, body }: HttpCall): Sent {
  const { pathname, searchParams } = new URL(url);
  const own = Object.entries(headers).filter(([name]) =>
    /^(Xero-Tenant-Id|Idempotency-Key|If-Modified-Since)$/.test(name),
  );
  return {
    call: `${method} ${pathname.replace("/api.xro/2.0", "")}`,
    query: Object.fromEntries(searchParams),
    headers: Object.fromEntries(own),
    ...(body !== undefined && { body: JSON.parse(String(body)) as unknown }),
  };
}

/** Calls that change something. */
export const writes = (sent: readonly Sent[]) =>
  sent.map(({ call }) => call).filter((call) => !call.startsWith("GET"));

interface Declared {
  name: string;
  type: string;
  spec?: Declared[];
}

/** Keys that a bundle has and its module's interface has not, or the other way round. */
export function differences(
  world: Pick<World, "app">,
  module: string,
  bundle: Entry,
) {
  const found = world.app.tree.modules.get(module)?.code.interface?.value;
  return differ(bundle, found as Declared[], "");
}

function differ(value: Entry, declared: Declared[], at: string): string[] {
  const names = declared.map(({ name }) => name);
  return [
    ...Object.keys(value)
      .filter((key) => value[key] !== undefined && !names.includes(key))
      .map((key) => `+${at}${key}`),
    ...declared.flatMap(({ name, type, spec }) => {
      const inner = value[name];
      if (inner === undefined) return [`-${at}${name}`];
      const fits =
        type === "any" ||
        (type === "integer" && Number.isInteger(inner)) ||
        type === (Array.isArray(inner) ? "array" : KINDS[typeof inner]) ||
        (type === "date" && !Number.isNaN(Date.parse(String(inner))));
      const first = (Array.isArray(inner) ? inner[0] : inner) as Entry;
      return [
        ...(fits ? [] : [`${at}${name} is no ${type}`]),
        ...(spec ? differ(first ?? {}, spec, `${at}${name}.`) : []),
      ];
    }),
  ];
}

const KINDS: Record<string, string> = {
  string: "text",
  number: "number",
  boolean: "boolean",
  object: "collection",
};
