import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { median } from "./median";
import type { Measured } from "./metric";

const APP = join(__dirname, "../../../zapier-app");
const CORE = "zapier-platform-core";
const PAIRS = 15;

/** What a cold Lambda of Zapier's adds for this app: its load against that of Zapier's core, in fresh processes. */
export function measureColdStart(): Measured[] {
  const app = join(APP, "index.js");
  const [warmUp, ...pairs] = Array.from({ length: PAIRS + 1 }, () => {
    const core = loadMilliseconds(CORE);
    return { core, app: loadMilliseconds(app) };
  });
  // The first pair reads the files from the disk.
  if (!warmUp) return [];
  const ratio = median(pairs.map(({ app, core }) => app / core));
  const typical = (of: "app" | "core") =>
    Math.round(median(pairs.map((pair) => pair[of])));
  return [
    {
      key: "coldStart.ratio",
      value: rounded(ratio),
      detail: `${typical("app")} ms / ${typical("core")} ms, median of ${PAIRS} pairs`,
    },
  ];
}

function loadMilliseconds(module: string): number {
  const script = `const from = process.hrtime.bigint();
require(${JSON.stringify(module)});
process.stdout.write(String(Number(process.hrtime.bigint() - from) / 1e6));`;
  return Number(
    execFileSync(process.execPath, ["-e", script], {
      cwd: APP,
      // A loader that this process was started with is no part of the app.
      env: { ...process.env, NODE_OPTIONS: "" },
      encoding: "utf8",
    }),
  );
}

const rounded = (value: number) => Math.round(value * 1000) / 1000;
