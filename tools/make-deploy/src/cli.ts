import { join, resolve } from "node:path";
import { loadTree } from "@hubspot-xero/make-runner/tree/loadTree";
import { Command, InvalidArgumentError } from "commander";
import pc from "picocolors";
import { deploy } from "./deploy";
import { createMake } from "./makeClient";
import { apiKey } from "./origin/apiKey";
import { findOrigin } from "./origin/findOrigin";
import type { OriginOptions } from "./origin/originFile";
import { printPlan } from "./printPlan";

type Options = OriginOptions & { origin?: string; dryRun?: true };

const program = new Command("make-deploy")
  .description(
    "Carries a Make custom app (a makecomapp.json tree) to Make: creates what is missing, uploads what changed, deletes nothing. " +
      "The API key is read from MAKE_API_KEY, or from the apikeyFile of the origin.",
  )
  .argument("<tree>", "makecomapp.json or its folder")
  .option("--dry-run", "read Make and print the plan; write nothing")
  .option("--origin <label>", "which of the tree's origins, if it has several")
  .option("--zone <host>", "for a tree without origins, e.g. eu1.make.com")
  .option("--app <appId>", "for a tree without origins: an app you have")
  .option("--app-version <number>", "its major version, 1 if left out", major)
  .option(
    "--create <label>",
    "for a tree without origins: create an app with this label",
  )
  .option(
    "--mapping <file>",
    "for a tree without origins: where the app and the names of its components on Make are remembered; keep it in version control",
    "make-app/origin.json",
  )
  .action(main);

program.parseAsync().catch((error: unknown) => {
  console.error(pc.red(error instanceof Error ? error.message : String(error)));
  process.exitCode = 1;
});

async function main(path: string, options: Options): Promise<void> {
  const tree = loadTree(path);
  const file = path.endsWith(".json") ? path : join(path, "makecomapp.json");
  const stored = findOrigin(tree, resolve(file), options);
  const dryRun = options.dryRun ?? false;
  // Nothing is asked of Make when an app that is not there yet is only planned.
  const isUnasked = dryRun && !stored.origin.appId;
  const key = isUnasked ? "none" : apiKey(stored, process.env);
  const make = createMake(key, stored.origin.baseUrl);
  let done = 0;
  let planned = 0;
  try {
    await deploy(tree, stored, make, {
      dryRun,
      planned: (plan) => {
        planned = plan.steps.length;
        console.log(printPlan(plan, stored.origin));
      },
      done: () => done++,
    });
  } catch (error) {
    if (planned > 0) console.error(`\n${done} of ${planned} steps were done.`);
    throw error;
  }
  if (dryRun) console.log("\nA dry run: nothing was written.");
  else if (done > 0)
    console.log(
      `\nAll ${done} steps done. The names Make gave are in ${stored.file}.`,
    );
}

function major(text: string): number {
  if (/^[1-9]\d*$/.test(text)) return Number(text);
  throw new InvalidArgumentError("It is a whole number from 1.");
}
