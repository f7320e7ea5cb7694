import type { BillingSchedule } from "../deal/billingSchedule";

/** How often a schedule bills, as people say it: `every month`, `every 2 weeks`, `every year`. */
export function rhythmText({
  unit,
  every,
}: Pick<BillingSchedule, "unit" | "every">): string {
  const [count, noun] =
    unit === "WEEKLY"
      ? [every, "week"]
      : every % 12 === 0
        ? [every / 12, "year"]
        : [every, "month"];
  return count === 1 ? `every ${noun}` : `every ${count} ${noun}s`;
}
