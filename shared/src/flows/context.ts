import {
  dateInZone,
  type CalendarDate,
  type Instant,
} from "../date/calendarDate";
import type { HubspotClient } from "../hubspot/client";
import type { HubspotAccount } from "../hubspot/wire";
import { remember, type Cache } from "../transport/cache";
import type { XeroClient } from "../xero/client";

/** What a flow works with; the platform supplies all of it. */
export interface Context {
  hubspot: HubspotClient;
  xero: XeroClient;
  cache: Cache;
  /** The present instant. */
  now: Instant;
  /** A stable digest of a text, at most 64 characters, for Xero's Idempotency-Key. */
  digest: (text: string) => string;
}

/** The HubSpot account's time zone, currency and addresses, cached for a day. */
export function hubspotAccount({
  hubspot,
  cache,
}: Pick<Context, "hubspot" | "cache">): Promise<HubspotAccount> {
  return remember(cache, "hubspot-account", 86_400, () => hubspot.account());
}

/** The date on the wall of the HubSpot account. */
export async function todayOf(
  context: Pick<Context, "hubspot" | "cache" | "now">,
): Promise<CalendarDate> {
  const { timeZone } = await hubspotAccount(context);
  return dateInZone(context.now, timeZone);
}
