import { Command } from "commander";
import pc from "picocolors";
import { loadZapier } from "@hubspot-xero/main-job/zapier";
import { measureAll } from "./measure";
import { pollingReport } from "./polling/polling";
import { allHold, report, toJson } from "./report";

interface Options {
  json?: true;
  polling?: true;
}

const program = new Command("npm run bench --")
  .description(
    "Measures calls, bytes, cold start and correctness under faults, each beside its limit. Exit code 1 when a limit is broken.",
  )
  .option("--json", "print the numbers alone, as JSON")
  .option(
    "--polling",
    "print what polls and events cost a day, as the Markdown tables of docs/limits-and-costs.md",
  )
  .action(main);

program.parseAsync().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});

async function main({ json, polling }: Options): Promise<void> {
  if (polling) return console.log(await pollingReport(loadZapier()));
  const measurements = await measureAll((step) =>
    console.error(pc.dim(`Measuring: ${step}`)),
  );
  console.log(json ? toJson(measurements.measured) : report(measurements));
  process.exitCode = allHold(measurements.measured) ? 0 : 1;
}
