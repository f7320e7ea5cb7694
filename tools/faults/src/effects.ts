import type { FaultEffect } from "@hubspot-xero/sandbox/faults";
import type { Vendor } from "@hubspot-xero/sandbox/meter";

/** One way in which a call breaks; without `vendor`, at both. */
export interface Effect {
  id: string;
  vendor?: Vendor;
  effect: FaultEffect;
  /**
   * When the run is worth repeating. A refusal leaves what a connection that broke before the call leaves, which
   * stands for it at the later returns.
   */
  returns: "at-once" | "all" | "all-after-writes";
}

const refuse = (
  id: string,
  status: number,
  vendor?: Vendor,
  body: object = {},
  headers?: Record<string, string>,
): Effect => ({
  id,
  vendor,
  effect: { kind: "refuse", status, headers, body: JSON.stringify(body) },
  returns: "at-once",
});

/** Xero's 429 has no documented body, and no Retry-After when it is about concurrency. */
const xeroLimit = (problem: string, headers = {}) =>
  refuse(`429-${problem}`, 429, "xero", undefined, {
    "x-rate-limit-problem": problem,
    ...headers,
  });

/** HubSpot's 429 tells its limits apart in the body; its Retry-After cannot be relied on. */
const hubspotLimit = (id: string, policyName: string) =>
  refuse(`429-${id}`, 429, "hubspot", {
    status: "error",
    message: `You have reached your ${policyName.toLowerCase()} limit.`,
    errorType: "RATE_LIMIT",
    policyName,
  });

/** Carried out, whatever the client learns of it. */
const committed = (id: string, effect: FaultEffect): Effect => ({
  id,
  effect,
  returns: "all-after-writes",
});

export const effects: readonly Effect[] = [
  { id: "drop-before", effect: { kind: "dropBefore" }, returns: "all" },
  committed("drop-after", { kind: "dropAfterCommit" }),
  committed("hang", { kind: "hang" }),
  committed("malformed", { kind: "malformed" }),
  committed("502-after", { kind: "answerAfterCommit", status: 502 }),
  committed("524-after", { kind: "answerAfterCommit", status: 524 }),
  refuse("401", 401, "hubspot", {
    status: "error",
    category: "INVALID_AUTHENTICATION",
  }),
  refuse("401", 401, "xero", {
    Title: "Unauthorized",
    Status: 401,
    Detail: "TokenExpired: token expired at 08/12/2022 07:00:40",
  }),
  ...[403, 404, 500, 502, 503].map((status) => refuse(String(status), status)),
  refuse("423", 423, "hubspot"),
  refuse("477", 477, "hubspot", {}, { "retry-after": "60" }),
  hubspotLimit("burst", "TEN_SECONDLY_ROLLING"),
  hubspotLimit("day", "DAILY"),
  xeroLimit("minute", { "retry-after": "30" }),
  xeroLimit("day", { "retry-after": "66975" }),
  xeroLimit("concurrent"),
];

const MINUTE = 60_000;

/** When the broken run is repeated, in milliseconds; after 7 minutes Xero has forgotten the idempotency key. */
export const returns = {
  "at-once": 0,
  "7-minutes": 7 * MINUTE,
  "3-days": 3 * 24 * 60 * MINUTE,
};
