import type { Billing } from "./dealForBilling";

/**
 * No longer than an undisturbed run takes; Make repeats a failed one after a minute or later. Xero would answer a
 * repetition of up to 6 minutes with the first invoice, but people saw a new access token make it forget.
 */
const ONE_RUN_MS = 30_000;

/**
 * Whether an invoice of this deal may stand in Xero without being on the deal: an earlier run left its mark, or this
 * data is not of this very run. Make keeps the data of a run that failed and goes on with it whenever it likes.
 */
export function mayStand(
  { mayExist, readAt }: Billing,
  now: Date | string,
): boolean {
  const age = new Date(now).getTime() - Date.parse(readAt);
  return mayExist || !(age < ONE_RUN_MS);
}
