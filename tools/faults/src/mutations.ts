import { build, type Plugin } from "esbuild";
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { guards, type Guard } from "./guards";
import { runTasks } from "./pool";
import type { Outcome } from "./runCase";

const ROOT = join(__dirname, "../../..");
/** Inside the repository, where the bundle finds Zapier's core. */
const BUNDLES = join(ROOT, "node_modules/.cache");
/** What is carried out and not told, and two runs at once: what the guards are there for. */
const CASES = "/(drop-after|malformed)/|/twice$";

export interface Mutation {
  guard: string;
  cases: number;
  red: Outcome[];
}

/** Builds the Zapier app without each guard in turn, and runs the flow that needs it. */
export async function runMutations(
  onMutation: (mutation: Mutation) => void,
): Promise<void> {
  mkdirSync(BUNDLES, { recursive: true });
  const folder = mkdtempSync(join(BUNDLES, "without-guard-"));
  try {
    for (const [index, guard] of guards.entries()) {
      const bundle = join(folder, `${index}.js`);
      await buildWithout(guard, bundle);
      const outcomes: Outcome[] = [];
      await runTasks(
        [{ name: guard.flow, choice: { like: CASES } }],
        (outcome) => outcomes.push(outcome),
        { ZAPIER_BUNDLE: bundle },
      );
      const red = outcomes.filter(({ verdict }) => verdict);
      onMutation({ guard: guard.name, cases: outcomes.length, red });
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Bundles as `zapier-app/build.mjs` does, with one file read without its guard. */
async function buildWithout(guard: Guard, outfile: string): Promise<void> {
  let replaced = false;
  const plugin: Plugin = {
    name: "without a guard",
    setup: ({ onLoad }) => {
      onLoad({ filter: /\.ts$/ }, ({ path }) => {
        if (path !== join(ROOT, guard.file)) return undefined;
        replaced = true;
        return {
          contents: withoutGuard(readFileSync(path, "utf8"), guard),
          loader: "ts",
        };
      });
    },
  };
  await build({
    absWorkingDir: join(ROOT, "zapier-app"),
    entryPoints: ["src/index.ts"],
    outfile,
    bundle: true,
    platform: "node",
    target: "node22",
    format: "cjs",
    external: ["zapier-platform-core"],
    footer: { js: "module.exports = module.exports.default;" },
    plugins: [plugin],
    logLevel: "silent",
  });
  if (!replaced)
    throw new Error(`${guard.file} is no part of the Zapier app any more.`);
}

/** @throws where the text does not stand there exactly once: then the guard has moved */
export function withoutGuard(
  source: string,
  { name, file, text, without }: Guard,
): string {
  const [before, after, ...more] = source.split(text);
  if (before === undefined || after === undefined || more.length > 0)
    throw new Error(
      `${file} does not hold "${text.trim()}" exactly once. Say in tools/faults/src/guards.ts where ${name} stands now.`,
    );
  return before + without + after;
}
