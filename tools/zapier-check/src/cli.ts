import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { Command } from "commander";
import { format } from "prettier";
import { readDefinition } from "./app/definition";
import { baselineOf } from "./compatibility/baseline";
import { printed } from "./report";
import { baselineFile, review } from "./review";

const APP = join(import.meta.dirname, "../../../zapier-app");

async function check(): Promise<void> {
  const found = await review(APP);
  console.log(printed(found));
  const isBlocked = found.open.some(({ severity }) => severity !== "warning");
  process.exitCode = isBlocked ? 1 : 0;
}

async function renew(): Promise<void> {
  const baseline = baselineOf(await readDefinition(APP));
  const text = await format(JSON.stringify(baseline), { parser: "json" });
  writeFileSync(baselineFile(APP), text);
  console.log(`The baseline is that of version ${baseline.version} now.`);
}

const program = new Command("check:zapier").description(
  "Holds the built app, and what it hands out, against Zapier's integration checks",
);
program.action(check);
program
  .command("baseline")
  .description("notes the keys of this version, for the checks of later ones")
  .action(renew);
void program.parseAsync().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 2;
});
