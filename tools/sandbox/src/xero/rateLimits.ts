import type { MiddlewareHandler } from "hono";
import type { Clock } from "../clock";
import { XeroError } from "./errors";
import type { Usage, Window, XeroState } from "./state";

export interface XeroLimits {
  /** False lets every call through, still counting them. */
  enforce: boolean;
  perMinute: number;
  perDay: number;
  /** Calls of all tenants together. */
  appPerMinute: number;
  concurrent: number;
  /** How long each answer takes. Above 0 makes the concurrency limit felt over a network. */
  latencyMs: number;
}

export const XERO_LIMITS: XeroLimits = {
  enforce: true,
  perMinute: 60,
  perDay: 5_000,
  appPerMinute: 10_000,
  concurrent: 5,
  latencyMs: 0,
};

const MINUTE = 60_000;
const DAY = 86_400_000;
const APP = "app";

/** Counts and refuses calls: per tenant, or for the app alone where a call has no tenant. */
export function rateLimits(
  state: XeroState,
  clock: Clock,
  limits: XeroLimits,
  tenantOf: (
    header: (name: string) => string | undefined,
  ) => string | undefined,
): MiddlewareHandler {
  const running = new Map<string, number>();
  return async (c, next) => {
    const tenant = tenantOf((name) => c.req.header(name));
    const now = clock.now().getTime();
    const app = usageAt(state, APP, now);
    const usage = tenant === undefined ? app : usageAt(state, tenant, now);
    const key = tenant ?? APP;
    const announce = () => {
      const left = (limit: number, window: Window) =>
        String(Math.max(0, limit - window.calls));
      c.header(
        "X-AppMinLimit-Remaining",
        left(limits.appPerMinute, app.minute),
      );
      if (tenant === undefined) return;
      c.header("X-MinLimit-Remaining", left(limits.perMinute, usage.minute));
      c.header("X-DayLimit-Remaining", left(limits.perDay, usage.day));
    };
    const atOnce = running.get(key) ?? 0;

    // Set before a refusal as well as after an answer: whatever is thrown keeps these headers.
    announce();
    if (limits.enforce) {
      if (tenant !== undefined) {
        if (atOnce >= limits.concurrent) throw tooMany("concurrent");
        refuseFull(usage.minute, limits.perMinute, MINUTE, "minute", now);
        refuseFull(usage.day, limits.perDay, DAY, "day", now);
      }
      refuseFull(app.minute, limits.appPerMinute, MINUTE, "appminute", now);
    }
    app.minute.calls += 1;
    if (tenant !== undefined) {
      usage.minute.calls += 1;
      usage.day.calls += 1;
    }
    running.set(key, atOnce + 1);
    try {
      if (limits.latencyMs > 0)
        await new Promise((resolve) => setTimeout(resolve, limits.latencyMs));
      await next();
    } finally {
      running.set(key, (running.get(key) ?? 1) - 1);
    }
    announce();
  };
}

function usageAt(state: XeroState, key: string, now: number): Usage {
  const usage = (state.usage[key] ??= {
    minute: { start: now, calls: 0 },
    day: { start: now, calls: 0 },
  });
  reopen(usage.minute, MINUTE, now);
  reopen(usage.day, DAY, now);
  return usage;
}

function reopen(window: Window, length: number, now: number): void {
  if (now < window.start + length) return;
  window.start = now;
  window.calls = 0;
}

function refuseFull(
  window: Window,
  limit: number,
  length: number,
  problem: string,
  now: number,
): void {
  if (window.calls < limit) return;
  const seconds = Math.ceil((window.start + length - now) / 1000);
  throw tooMany(problem, { "Retry-After": String(seconds) });
}

/** The body of Xero's 429 is not documented; the headers say everything. */
function tooMany(problem: string, headers: Record<string, string> = {}) {
  return new XeroError(429, "", {
    "X-Rate-Limit-Problem": problem,
    ...headers,
  });
}
