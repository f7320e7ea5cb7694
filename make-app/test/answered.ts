import { join } from "node:path";
import type { Connection } from "@hubspot-xero/make-runner/run/connection/connection";
import type { MakeError } from "@hubspot-xero/make-runner/run/MakeError";
import { openApp } from "@hubspot-xero/make-runner/run/openApp";
import {
  jsonAnswer,
  type HttpAnswer,
} from "@hubspot-xero/make-runner/run/transport/httpCall";
import { loadTree } from "@hubspot-xero/make-runner/tree/loadTree";

type Entry = Record<string, unknown>;

/** What the vendors say, by the end of the path: a body, or a whole answer. */
export type Answers = readonly (readonly [call: string, body: unknown])[];

export const NOW = "2026-11-23T10:00:00.000Z";

/** The tree that the build made. */
const tree = loadTree(join(__dirname, "../dist"));

export const hubspot = (): Connection => ({
  type: "hubspotServiceKey",
  parameters: { serviceKey: "a-service-key" },
  data: {
    service: "hubspot",
    apiBase: "https://api.hubapi.com",
    portalId: 1,
    timeZone: "Europe/London",
    companyCurrency: "GBP",
    uiDomain: "app.hubspot.com",
  },
});

export const xero = (expires = "2026-11-23T10:30:00.000Z"): Connection => ({
  type: "xeroOauth",
  parameters: {},
  data: {
    accessToken: "an-access-token",
    refreshToken: "a-refresh-token",
    expires: new Date(expires),
    service: "xero",
    apiBase: "https://api.xero.com",
  },
});

/** One run of a module against answers that a vendor should not give; what no answer is given for is an empty one. */
export async function runAnswered(
  module: string,
  given: Entry,
  connection: Connection,
  answers: Answers,
): Promise<{ calls: string[]; output?: Entry; refusal?: string }> {
  const calls: string[] = [];
  const app = openApp(tree, {
    send: ({ method, url }) => {
      const { host, pathname } = new URL(url);
      const call = `${method} ${host}${pathname}`;
      calls.push(call);
      const [, body] = answers.find(([end]) => isCall(call, end)) ?? [];
      return Promise.resolve(asAnswer(body));
    },
    now: () => new Date(NOW),
    timezone: "Europe/London",
  });
  try {
    const { bundles } = await app.runModule(module, given, { connection });
    return { calls, output: bundles[0] as Entry };
  } catch (error) {
    const { type, message } = error as MakeError;
    return { calls, refusal: `${type}: ${message}` };
  }
}

const isCall = (call: string, wanted: string) => {
  const [method = "", end = ""] = wanted.split(" ");
  return call.startsWith(method) && call.endsWith(end);
};

function asAnswer(body: unknown): HttpAnswer {
  if (body === undefined) return { status: 200, headers: {}, body: "" };
  if (typeof body === "number") return jsonAnswer({}, body);
  return jsonAnswer(body);
}
