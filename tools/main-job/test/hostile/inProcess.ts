import { createFixedClock, type Clock } from "@hubspot-xero/sandbox/clock";
import {
  createHubspot,
  type Hubspot,
} from "@hubspot-xero/sandbox/hubspot/hubspot";
import { agency } from "@hubspot-xero/sandbox/seed/agency";
import { createXero, type Xero } from "@hubspot-xero/sandbox/xero/xero";
import { createHash } from "node:crypto";
import { createRequire } from "node:module";
import type { Bundle, ZObject } from "zapier-platform-core";
import app from "../../../../zapier-app/src/index";
import { mutate, type Mutation } from "./mutateAnswer";

export type Kind = "triggers" | "creates" | "searches";

type Perform = (z: ZObject, bundle: Bundle) => Promise<unknown>;
type Steps = Record<string, { operation: { perform: Perform } } | undefined>;

/** Both vendors in this process, without sockets, as one run of a step finds them. */
export interface Vendors {
  clock: Clock;
  hubspot: Hubspot;
  xero: Xero;
  authData: Record<string, string>;
}

export interface Answers {
  count: number;
}

const require = createRequire(__filename);
const errors = require("zapier-platform-core/src/errors") as ZObject["errors"];
const createDehydrator =
  require("zapier-platform-core/src/tools/create-dehydrator") as (
    input: object,
    type: "file",
  ) => ZObject["dehydrateFile"];
const NO_LIMITS = { enforce: false };

export function openVendors(): Vendors {
  const clock = createFixedClock(new Date("2026-05-04T09:00:00Z"));
  const seed = agency();
  const hubspot = createHubspot({
    clock,
    seed: seed.hubspot,
    limits: NO_LIMITS,
  });
  const xero = createXero({ clock, seed: seed.xero, limits: NO_LIMITS });
  return {
    clock,
    hubspot,
    xero,
    authData: {
      hubspot_token: seed.hubspot.tokens[0]?.token ?? "",
      access_token: xero.issueToken().access_token,
      organisation_id: Object.keys(xero.state.organisations)[0] ?? "",
    },
  };
}

/** A token of Xero's that is valid from now on. */
export function reconnect({ xero, authData }: Vendors): void {
  authData["access_token"] = xero.issueToken().access_token;
}

/** What no message may hold. */
export function secretsOf({ authData }: Vendors): string[] {
  return [authData["hubspot_token"], authData["access_token"]].flatMap(
    (secret) => secret || [],
  );
}

/** The same books once more, so that no run finds what an earlier one wrote. */
export function copyOf({ clock, hubspot, xero, authData }: Vendors): Vendors {
  const seed = agency();
  return {
    clock,
    authData,
    hubspot: createHubspot({
      clock,
      seed: seed.hubspot,
      state: structuredClone(hubspot.state),
      limits: NO_LIMITS,
    }),
    xero: createXero({
      clock,
      seed: seed.xero,
      state: structuredClone(xero.state),
      limits: NO_LIMITS,
    }),
  };
}

/**
 * Runs a step of the Zapier app from its source, with one answer changed where a mutation is told.
 * @param answers counts the vendors' answers
 */
export function runStep(
  vendors: Vendors,
  kind: Kind,
  key: string,
  inputData: Record<string, unknown>,
  {
    answers = { count: 0 },
    change,
  }: { answers?: Answers; change?: Mutation } = {},
): Promise<unknown> {
  const step = (app[kind] as unknown as Steps)[key];
  if (!step) throw new Error(`The Zapier app has no ${key}.`);
  const z = {
    errors,
    console: { error: () => undefined },
    request: inProcessRequest(vendors, answers, change),
    hash: (algorithm: string, text: string) =>
      createHash(algorithm).update(text).digest("hex"),
    dehydrateFile: createDehydrator({ _zapier: { app } }, "file"),
    cache: {
      get: () => Promise.resolve(undefined),
      set: () => Promise.resolve(true),
    },
  } as unknown as ZObject;
  const { authData } = vendors;
  return step.operation.perform(z, {
    authData,
    inputData,
    meta: {},
  } as unknown as Bundle);
}

function inProcessRequest(
  { hubspot, xero, authData }: Vendors,
  answers: Answers,
  change: Mutation | undefined,
) {
  return async (sent: {
    url: string;
    method: string;
    params?: Record<string, unknown>;
    headers: Record<string, string>;
    body?: string;
  }) => {
    const url = new URL(sent.url);
    for (const [name, value] of Object.entries(sent.params ?? {}))
      if (value !== undefined) url.searchParams.set(name, String(value));
    const ofXero = url.hostname === "api.xero.com";
    const token = authData[ofXero ? "access_token" : "hubspot_token"];
    const response = await (ofXero ? xero : hubspot).app.fetch(
      new Request(url, {
        method: sent.method,
        headers: {
          Accept: "application/json",
          ...sent.headers,
          Authorization: `Bearer ${token}`,
        },
        body: sent.body,
      }),
    );
    const content = await response.text();
    const mutated = change && answers.count === change.call;
    answers.count += 1;
    return {
      status: response.status,
      headers: response.headers,
      content: mutated ? mutate(content, change) : content,
    };
  };
}
