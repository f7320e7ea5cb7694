import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Measured } from "./metric";

const ROOT = join(__dirname, "../../..");
const CLI = join(ROOT, "tools/faults/src/cli.ts");
const TSX = join(ROOT, "node_modules/tsx/dist/cli.mjs");

const COUNTS = ["duplicates", "lost", "wrongTotals"] as const;

/** What the fault matrix found in its quick slice: it breaks each call of each job in turn, and looks at the books. */
export function measureFaults(): Measured[] {
  const found = existsSync(CLI) ? runFaults() : {};
  const { cases } = found;
  return COUNTS.map((count) => ({
    key: `faults.${count}`,
    value: cases ? found[count] : undefined,
    detail: cases ? `${cases} cases` : "not run",
  }));
}

type Found = Partial<Record<(typeof COUNTS)[number] | "cases", number>>;

/** Exit code 1 is a finding, not a failure: the counts are read all the same. */
function runFaults(): Found {
  const { stdout } = spawnSync(
    process.execPath,
    [TSX, CLI, "--json", "--slice", "quick"],
    { cwd: ROOT, encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] },
  );
  try {
    return JSON.parse(stdout) as Found;
  } catch {
    return {};
  }
}
