import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { Command, Option } from "commander";
import pc from "picocolors";
import { ConnectorError } from "@hubspot-xero/shared/error/connectorError";
import { toCsv } from "./csv";
import { openJournal } from "./journal";
import { openLive, openSandbox } from "./openAccounts";
import { matchProducts, productReport } from "./matchProducts";
import { createPace } from "./pace";
import { readItems, readProducts } from "./read/products";
import { createProgress } from "./progress";
import { isWrite, type Proposal } from "./proposal";
import { reconcile } from "./reconcile";
import { callReport, outcomeReport, report } from "./report";
import type { MatchOptions } from "./match";

interface Options extends MatchOptions {
  sandbox?: true;
  write?: true;
  from?: string;
  csv: string;
  fresh?: true;
  products?: true;
}

const GO_ON = "Run the same command again: it goes on where it stopped.";

new Command("npm run reconcile --")
  .description(
    "Reads the customers of HubSpot and Xero, proposes which belong together, and links them when told to.",
  )
  .option("--sandbox", "try it on a local HubSpot and Xero, without accounts")
  .option("--write", "link what is linked on one side only or likely the same")
  .option("--from <file>", "link the rows of an edited file instead")
  .option("--csv <file>", "where the proposals are written", "reconcile.csv")
  .option("--fresh", "forget a stopped run, and the sandbox's books")
  .addOption(
    new Option(
      "--products",
      "compare products with items by SKU instead: there is nothing to write",
    ).conflicts(["write", "from"]),
  )
  .addOption(
    new Option("--customer-match <key>", "as in the Zap for HubSpot's side")
      .choices(["email", "company_name"])
      .default("email"),
  )
  .addOption(
    new Option("--company-match <key>", "as in the Zap for Xero's side")
      .choices(["name", "domain"])
      .default("name"),
  )
  .action(main)
  .parseAsync()
  .catch((error: unknown) => {
    console.error(`\n${explain(error)}`);
    process.exit(1);
  });

async function main(options: Options): Promise<void> {
  const { from, fresh = false, write = false } = options;
  const choices = from === undefined ? undefined : readChosen(from);
  const pace = createPace({ now: Date.now, sleep });
  const opened = options.sandbox
    ? await openSandbox({ fresh })
    : await openLive(pace);
  if (options.products) {
    const products = await readProducts(opened.clients, pace);
    const items = await readItems(opened.clients, pace);
    console.log(productReport(matchProducts(products, items)));
    console.log(callReport(pace));
    process.exit();
  }
  if (fresh) rmSync(opened.journalFile, { force: true });
  const journal = openJournal(
    opened.journalFile,
    opened.account,
    new Date().toISOString(),
  );
  const [start] = journal.entries;
  console.log(
    start && "account" in start
      ? `Going on with the run of ${start.startedAt} on ${opened.account}; --fresh begins anew.`
      : `Reconciling ${opened.account}.`,
  );
  const progress = createProgress(process.stdout.isTTY);
  process.on("SIGINT", () => {
    progress.end();
    console.log(`\nStopped. ${GO_ON}`);
    process.exit(130);
  });
  const outcomes = await reconcile(
    { clients: opened.clients, pace, journal, progress: progress.show },
    {
      ...options,
      write,
      choices,
      propose: (proposals) => {
        progress.end();
        console.log(`\n${report(proposals)}\n`);
        // Customers' names and addresses are in it.
        if (choices === undefined)
          writeFileSync(options.csv, toCsv(proposals), { mode: 0o600 });
        console.log(nextStep(proposals, options));
      },
    },
  ).finally(progress.end);
  if (outcomes.length > 0) console.log(`\n${outcomeReport(outcomes)}`);
  console.log(callReport(pace));
  process.exit(outcomes.some(({ problem }) => problem) ? 1 : 0);
}

function readChosen(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (cause) {
    throw new Error(
      `${file} cannot be read. Give the file that an earlier run wrote, as CSV.`,
      { cause },
    );
  }
}

const counted = (links: number) => (links === 1 ? "1 link" : `${links} links`);

function nextStep(
  proposals: readonly Proposal[],
  { csv, from, sandbox, write }: Options,
): string {
  const links = proposals.filter(isWrite).length;
  const next =
    links === 0
      ? "There is nothing to write."
      : write
        ? `Writing ${counted(links)}.`
        : `Nothing was written. Add --write to make ${counted(links)}.`;
  if (from) return next;
  return `Every record is in ${pc.bold(csv)}. To decide for yourself, set the column Link to "yes" or clear it, fill in the Xero contact ID, and run: npm run reconcile -- ${sandbox ? "--sandbox " : ""}--from ${csv} --write
${next}`;
}

function explain(error: unknown): string {
  if (!(error instanceof ConnectorError))
    return error instanceof Error ? error.message : String(error);
  const { dayLimit, retryAfterSeconds, message } = error;
  const after =
    dayLimit && retryAfterSeconds
      ? ` That is after ${new Date(Date.now() + retryAfterSeconds * 1000).toLocaleString()}.`
      : "";
  return `${message}${after}\n${GO_ON}`;
}
