import type { Billing } from "./dealForBilling";

/** Xero forgets an Idempotency-Key after 6 minutes; until then a repetition is answered with the first invoice. */
const KEY_LIVES_MS = 5 * 60_000;

/**
 * Whether an invoice of this deal may stand in Xero without being on the deal: an earlier run left its mark, or this
 * data is older than Xero's memory. Make keeps the data of a run that failed and goes on with it whenever it likes.
 */
export function mayStand(
  { mayExist, readAt }: Billing,
  now: Date | string,
): boolean {
  const age = new Date(now).getTime() - Date.parse(readAt);
  return mayExist || !(age < KEY_LIVES_MS);
}
