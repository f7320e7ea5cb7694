import { join } from "node:path";
import type { AppRunner } from "@hubspot-xero/make-runner/run/AppRunner";
import type { MakeErrorType } from "@hubspot-xero/make-runner/run/MakeError";
import { openApp } from "@hubspot-xero/make-runner/run/openApp";
import { fetchSend } from "@hubspot-xero/make-runner/run/transport/fetchSend";
import {
  jsonAnswer,
  type HttpCall,
} from "@hubspot-xero/make-runner/run/transport/httpCall";
import type { TriggerState } from "@hubspot-xero/make-runner/run/trigger";
import { loadTree } from "@hubspot-xero/make-runner/tree/loadTree";
import { createFixedClock } from "@hubspot-xero/sandbox/clock";
import type { HubspotLimits } from "@hubspot-xero/sandbox/hubspot/types";
import { startSandbox, type Sandbox } from "@hubspot-xero/sandbox/sandbox";
import { agency } from "@hubspot-xero/sandbox/seed/agency";

type Entry = Record<string, unknown>;

/** What a module sent: the path without HubSpot's version, the query read, the body parsed. */
export interface Sent {
  call: string;
  query?: Record<string, string>;
  body?: unknown;
}

export interface World {
  sandbox: Sandbox;
  app: AppRunner;
  /** Everything that was sent since the last time that it was asked for. */
  sent(): Sent[];
  /** The same without queries and bodies. */
  calls(): string[];
  /** What HubSpot says to the next call of this kind, instead of its own answer. */
  answer(call: string, body: unknown, status?: number): void;
  /** One bundle of an action. */
  run(module: string, given: Entry): Promise<Entry>;
  search(module: string, given: Entry): Promise<Entry[]>;
  poll(
    module: string,
    given: Entry,
    state?: TriggerState,
  ): Promise<{ bundles: Entry[]; state: TriggerState }>;
  epoch(module: string, given: Entry): Promise<unknown[]>;
  options(rpc: string, given: Entry): Promise<unknown[]>;
  /** The refusal of a run, as Make shows it. */
  refusal(
    module: string,
    given: Entry,
  ): Promise<{ type: MakeErrorType; message: string }>;
}

export const NOW = "2026-11-23T10:00:00.000Z";

/** The tree that the build made. */
const tree = loadTree(join(__dirname, "../dist"));
const API = "https://api.hubapi.com";

let open: Sandbox[] = [];

afterEach(async () => {
  await Promise.all(open.map((sandbox) => sandbox.close()));
  open = [];
});

/** The seeded agency's HubSpot before the app's first run, with the app connected to it. */
export async function openWorld({
  limits = {},
  without = "",
}: { limits?: Partial<HubspotLimits>; without?: string } = {}): Promise<World> {
  const seed = agency();
  const [key] = seed.hubspot.tokens;
  key!.scopes = key!.scopes.filter((scope) => scope !== without);
  const sandbox = await startSandbox({
    seed,
    clock: createFixedClock(NOW),
    hubspotLimits: { enforce: false, ...limits },
  });
  open.push(sandbox);
  let sent: Sent[] = [];
  const answers: { call: string; body: unknown; status: number }[] = [];
  const vendor = fetchSend({ [API]: sandbox.hubspot.url });
  const app = openApp(tree, {
    send: (call) => {
      const told = tell(call);
      sent.push(told);
      const index = answers.findIndex((one) => one.call === told.call);
      const [instead] = index < 0 ? [] : answers.splice(index, 1);
      return instead
        ? Promise.resolve(jsonAnswer(instead.body, instead.status))
        : vendor(call);
    },
    now: () => sandbox.clock.now(),
    timezone: "Europe/London",
  });
  const connection = await app.connect("hubspotServiceKey", {
    serviceKey: sandbox.hubspot.token,
  });
  sent = [];
  const take = () => sent.splice(0);
  const run = async (module: string, given: Entry, state?: TriggerState) => {
    const around = { connection, state };
    const { ignored, ...ran } = await app.runModule(module, given, around);
    if (ignored.length) throw new Error(`No parameters: ${ignored.join(", ")}`);
    return { ...ran, bundles: ran.bundles as Entry[] };
  };
  return {
    sandbox,
    app,
    sent: take,
    calls: () => take().map(({ call }) => call),
    answer: (call, body, status = 200) => {
      answers.push({ call, body, status });
    },
    run: async (module, given) => (await run(module, given)).bundles[0] ?? {},
    search: async (module, given) => (await run(module, given)).bundles,
    poll: async (module, given, state = {}) => {
      const ran = await run(module, given, state);
      return { bundles: ran.bundles, state: ran.state ?? {} };
    },
    epoch: (module, given) => app.runEpoch(module, given, { connection }),
    options: (rpc, given) => app.runOptions(rpc, given, { connection }),
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

function tell({ method, url, body }: HttpCall): Sent {
  const { pathname, searchParams } = new URL(url);
  const query = Object.fromEntries(searchParams);
  return {
    call: `${method} ${pathname.replace("/2026-09", "")}`,
    ...(searchParams.size > 0 && { query }),
    ...(body !== undefined && { body: JSON.parse(String(body)) as unknown }),
  };
}

/** The properties of a deal as HubSpot holds them. */
export function dealIn(
  { sandbox }: World,
  id: string,
): Record<string, string | undefined> {
  return sandbox.hubspot.get("deals", id)?.properties ?? {};
}

/** As its user would: once, before anything else. */
export async function setUp(world: World): Promise<World> {
  await world.run("setUpHubspot", { confirm: true });
  world.sent();
  return world;
}
