import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./commands";

/** The names that a guide's section should plan and does not; undefined where none is missing. */
export function unplanned(
  guide: string,
  section: string,
  names: readonly string[],
): string | undefined {
  const text = readFileSync(join(ROOT, guide), "utf8");
  const missing = names.filter((name) => !text.includes(`\`${name}\``));
  return missing.length === 0
    ? undefined
    : `${missing.join(", ")}: ${guide}, ${section}.`;
}
