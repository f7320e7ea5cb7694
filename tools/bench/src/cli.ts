import { Command } from "commander";
import pc from "picocolors";
import { loadZapier } from "@hubspot-xero/main-job/zapier";
import { forecastTable } from "./forecast/forecastTable";
import { heldBackMonths } from "./forecast/walkForward";
import { measureAll } from "./measure";
import { pollingReport } from "./polling/polling";
import { allHold, report, toJson } from "./report";

interface Options {
  json?: true;
  polling?: true;
  forecast?: true;
}

const program = new Command("npm run bench --")
  .description(
    "Measures calls, bytes, cold start, correctness under faults and the forecast's error, each beside its limit. Exit code 1 when a limit is broken.",
  )
  .option("--json", "print the numbers alone, as JSON")
  .option(
    "--polling",
    "print what polls and events cost a day, as the Markdown tables of docs/limits-and-costs.md",
  )
  .option(
    "--forecast",
    "print how far the forecast lay off, as the Markdown table of docs/forecast.md",
  )
  .action(main);

program.parseAsync().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});

async function main({ json, polling, forecast }: Options): Promise<void> {
  if (polling) return console.log(await pollingReport(loadZapier()));
  if (forecast)
    return console.log(forecastTable(await heldBackMonths(loadZapier())));
  const measurements = await measureAll((step) =>
    console.error(pc.dim(`Measuring: ${step}`)),
  );
  console.log(json ? toJson(measurements.measured) : report(measurements));
  process.exitCode = allHold(measurements.measured) ? 0 : 1;
}
