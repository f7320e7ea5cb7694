import type { Finding, ReviewedApp } from "./finding";
import { rules } from "./rules";

/**
 * Holds an app against every rule.
 * @returns what to change, in the order of the rules; nothing for a clean app
 */
export function checkApp(app: ReviewedApp): Finding[] {
  return rules.flatMap(({ id, severity, find }) =>
    Array.from(find(app), ({ path, message }) => ({
      rule: id,
      severity,
      path,
      message,
    })),
  );
}
