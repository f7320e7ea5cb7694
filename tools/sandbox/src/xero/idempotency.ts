import { createHash } from "node:crypto";
import type { MiddlewareHandler } from "hono";
import type { Clock } from "../clock";
import { XeroError } from "./errors";
import type { CachedAnswer, XeroState } from "./state";

const LIFETIME = 6 * 60_000;
const LONGEST_KEY = 128;

/**
 * Answers a repeated Idempotency-Key from memory for six minutes: whatever the first answer was, errors included.
 * Keys belong to the app, not to a tenant or token.
 */
export function idempotency(
  state: XeroState,
  clock: Clock,
  committed: () => void,
): MiddlewareHandler {
  // A second call with the key of one still running waits for its answer.
  const running = new Map<string, Promise<void>>();
  return async (c, next) => {
    const key = c.req.header("idempotency-key");
    if (!key || !/^(POST|PUT)$/.test(c.req.method)) return next();
    if (key.length > LONGEST_KEY)
      throw idempotencyProblem(
        `Idempotency Key must be ${LONGEST_KEY} characters or less.`,
      );
    const request = digest([
      c.req.method,
      c.req.url,
      c.req.header("xero-tenant-id") ?? "",
      await c.req.text(),
    ]);
    while (running.has(key)) await running.get(key);
    dropExpired(state, clock.now().getTime());
    const cached = state.idempotency[key];
    if (cached) {
      if (cached.request !== request)
        throw idempotencyProblem(
          `Idempotency Key: ${key} is used with a different request.`,
        );
      return replay(cached);
    }
    let finished = () => {};
    running.set(key, new Promise((resolve) => (finished = resolve)));
    try {
      await next();
      state.idempotency[key] = {
        request,
        status: c.res.status,
        contentType: c.res.headers.get("content-type") ?? "",
        body: await c.res.clone().text(),
        expiresAt: clock.now().getTime() + LIFETIME,
      };
      committed();
    } finally {
      running.delete(key);
      finished();
    }
  };
}

function replay(cached: CachedAnswer): Response {
  return new Response(cached.status === 204 ? null : cached.body, {
    status: cached.status,
    headers: cached.contentType ? { "content-type": cached.contentType } : {},
  });
}

function dropExpired(state: XeroState, now: number): void {
  for (const [key, cached] of Object.entries(state.idempotency))
    if (cached.expiresAt <= now) delete state.idempotency[key];
}

function idempotencyProblem(message: string): XeroError {
  return new XeroError(400, {
    ErrorNumber: 10,
    Type: "ValidationException",
    Message: message,
    Elements: [],
  });
}

function digest(parts: string[]): string {
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex");
}
