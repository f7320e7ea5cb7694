import type { FaultEffect } from "@hubspot-xero/sandbox/faults";
import type { Vendor } from "@hubspot-xero/sandbox/meter";

/** One way in which a call breaks; without `vendor`, at both. */
export interface Effect {
  id: string;
  vendor?: Vendor;
  effect: FaultEffect;
}

const refuse = (
  id: string,
  status: number,
  headers?: Record<string, string>,
  vendor?: Vendor,
): Effect => ({
  id,
  vendor,
  effect: { kind: "refuse", status, headers, body: "{}" },
});

const limit = (problem: string, wait: string): Effect =>
  refuse(
    `429-${problem}`,
    429,
    { "retry-after": wait, "x-rate-limit-problem": problem },
    "xero",
  );

/** A hang is absent: each would cost the app's real timeout. */
export const effects: Effect[] = [
  { id: "drop-before", effect: { kind: "dropBefore" } },
  { id: "drop-after", effect: { kind: "dropAfterCommit" } },
  { id: "malformed", effect: { kind: "malformed" } },
  ...[401, 403, 404, 423, 500, 502, 503].map((status) =>
    refuse(String(status), status),
  ),
  refuse("477", 477, { "retry-after": "60" }, "hubspot"),
  refuse("429", 429, {}, "hubspot"),
  limit("minute", "30"),
  limit("day", "3600"),
  limit("concurrent", "1"),
  ...[502, 524].map((status) => ({
    id: `${status}-after`,
    effect: { kind: "answerAfterCommit" as const, status },
  })),
];

const MINUTE = 60_000;

/** When the broken run is repeated, in milliseconds; after 7 minutes Xero has forgotten the idempotency key. */
export const returns = {
  "at-once": 0,
  "7-minutes": 7 * MINUTE,
  "3-days": 3 * 24 * 60 * MINUTE,
};
