import Table from "cli-table3";
import { SingleBar } from "cli-progress";
import { Command } from "commander";
import { createKeys } from "./faultWorld";
import { casesOf, runCase, type Outcome } from "./matrix";
import { missing, scenarios } from "./scenarios";

/** The quick slice takes every 17th case: prime, so that effects and returns all come up. */
const QUICK_STEP = 17;

interface Options {
  only?: string;
  json?: boolean;
  slice?: string;
}

async function main({ only, json, slice }: Options): Promise<void> {
  const all = [];
  for (const key of Object.keys(scenarios))
    if (!only || only.startsWith(`${key}/`)) all.push(...(await casesOf(key)));
  if (slice && slice !== "quick") throw new Error("The only slice is quick.");
  const cases = all.filter(({ id }, index) =>
    only ? id === only : !slice || index % QUICK_STEP === 0,
  );
  if (cases.length === 0) throw new Error(`There is no case ${only ?? ""}.`);
  const bar = new SingleBar({
    stream: process.stderr,
    noTTYOutput: true,
    notTTYSchedule: 5_000,
  });
  bar.start(cases.length, 0);
  const outcomes: Outcome[] = [];
  for (const one of cases) {
    outcomes.push(await runCase(one));
    bar.increment();
  }
  bar.stop();
  const gaps = missing(createKeys());
  if (json) console.log(JSON.stringify(summary(outcomes)));
  else print(outcomes);
  for (const sentence of gaps) console.error(sentence);
  const failed = outcomes.some(({ verdict }) => verdict);
  process.exitCode = failed || (gaps.length > 0 && !only) ? 1 : 0;
}

function summary(outcomes: Outcome[]) {
  const count = (wanted: Outcome["verdict"]) =>
    outcomes.filter(({ verdict }) => verdict === wanted).length;
  return {
    cases: outcomes.length,
    duplicates: count("duplicates"),
    lost: count("lost"),
    wrongTotals: count("wrongTotals"),
    stuck: count("stuck"),
    refreshes: count("refreshes"),
  };
}

function print(outcomes: Outcome[]): void {
  const head = ["flow", ...Object.keys(summary([]))];
  const table = new Table({ head });
  for (const key of new Set(outcomes.map((outcome) => outcome.key))) {
    const own = outcomes.filter((outcome) => outcome.key === key);
    table.push([key, ...Object.values(summary(own))]);
  }
  console.log(table.toString());
  for (const { id, verdict } of outcomes)
    if (verdict) console.log(`${verdict}: npm run test:faults -- --only ${id}`);
}

void new Command("test:faults")
  .description("Breaks every call of a flow in turn and repeats the run")
  .option("--only <case>", "run one case by its id")
  .option("--slice <name>", "quick: every 17th case")
  .option("--json", "print the counts as JSON")
  .action(main)
  .parseAsync();
