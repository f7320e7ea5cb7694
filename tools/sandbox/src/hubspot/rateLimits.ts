import type { MiddlewareHandler } from "hono";
import type { HubspotEnv } from "./auth";
import { HubspotError } from "./errors";
import { dayIn } from "./instants";
import type { Portal, Usage } from "./types";

const INTERVAL = 10_000;
const SECOND = 1_000;

/** The burst limit is per key, the search and daily limits are per account. */
export function limitRate(portal: Portal): MiddlewareHandler<HubspotEnv> {
  return async (context, next) => {
    const { limits, state } = portal;
    const now = portal.clock.now();
    const usage = startDay(
      state.usage,
      dayIn(state.account.timeZone, now),
      now.getTime(),
    );
    const search =
      context.req.method === "POST" && /\/search\/?$/.test(context.req.path);
    const { token } = context.get("key");
    const recent = (usage.burst[token] ?? []).filter(
      (at) => at > now.getTime() - INTERVAL,
    );
    usage.burst[token] = recent;
    if (limits.enforce) {
      if (usage.today >= limits.daily) throw daily();
      if (recent.length >= limits.burstPer10s) {
        throw tenSecondly(state.account.portalId);
      }
      if (search && usage.searches.length >= limits.searchPerSecond) {
        throw secondly();
      }
    }
    usage.today += 1;
    recent.push(now.getTime());
    if (search) usage.searches.push(now.getTime());
    await next();
    if (search) return;
    const headers: Record<string, number> = {
      "X-HubSpot-RateLimit-Daily": limits.daily,
      "X-HubSpot-RateLimit-Daily-Remaining": limits.daily - usage.today,
      "X-HubSpot-RateLimit-Interval-Milliseconds": INTERVAL,
      "X-HubSpot-RateLimit-Max": limits.burstPer10s,
      "X-HubSpot-RateLimit-Remaining": limits.burstPer10s - recent.length,
    };
    for (const [name, value] of Object.entries(headers)) {
      context.header(name, String(Math.max(0, value)));
    }
  };
}

/** Forgets what lies outside of its window; the day turns at midnight of the account. */
function startDay(usage: Usage, day: string, now: number): Usage {
  usage.searches = usage.searches.filter((at) => at > now - SECOND);
  if (usage.day !== day) {
    usage.day = day;
    usage.today = 0;
  }
  return usage;
}

function rateLimited(
  message: string,
  policyName: string,
  more: Record<string, unknown> = {},
): HubspotError {
  return new HubspotError(429, {
    message,
    errorType: "RATE_LIMIT",
    policyName,
    ...more,
  });
}

function daily(): HubspotError {
  return rateLimited("You have reached your daily limit.", "DAILY");
}

function tenSecondly(portalId: number): HubspotError {
  return rateLimited(
    "You have reached your ten_secondly_rolling limit.",
    "TEN_SECONDLY_ROLLING",
    {
      groupName: `publicapi:private_app-api-calls-ten-secondly:${portalId}`,
    },
  );
}

function secondly(): HubspotError {
  return rateLimited("You have reached your secondly limit.", "SECONDLY");
}
