import { SingleBar } from "cli-progress";
import { Command } from "commander";
import { isAsked, QUICK, type Choice } from "./choice";
import { flowNames, missing } from "./flows";
import { runMutations } from "./mutations";
import { runTasks } from "./pool";
import type { Outcome } from "./runCase";
import { builtSteps } from "./steps";
import { countOf, printed, VERDICTS } from "./summary";

interface Options {
  only?: string;
  json?: boolean;
  slice?: string;
  mutations?: boolean;
}

async function main(options: Options): Promise<void> {
  const { only, json, slice, mutations } = options;
  if (mutations) return mutate();
  if (slice && slice !== "quick") throw new Error("The only slice is quick.");
  const choice: Choice = { only, every: slice ? QUICK : undefined };
  const outcomes = await runMatrix(choice);
  const gaps = missing(builtSteps());
  console.log(json ? JSON.stringify(countOf(outcomes)) : printed(outcomes));
  for (const sentence of gaps) console.error(sentence);
  const isRed = outcomes.some(({ verdict }) => verdict);
  process.exitCode = isRed || gaps.length > 0 ? 1 : 0;
}

/** Green means that each guard's absence was noticed. */
async function mutate(): Promise<void> {
  process.exitCode = 0;
  await runMutations(({ guard, cases, red }) => {
    const found = countOf(red);
    const how = VERDICTS.filter((verdict) => found[verdict] > 0);
    console.log(
      `Without ${guard}: ${red.length} of ${cases} cases red${how.length ? ` (${how.join(", ")})` : ""}`,
    );
    if (red.length === 0) process.exitCode = 1;
  });
}

async function runMatrix(choice: Choice): Promise<Outcome[]> {
  const tasks = flowNames()
    .filter((name) => isAsked(name, choice))
    .map((name) => ({ name, choice }));
  if (tasks.length === 0) throw new Error(`There is no case ${choice.only}.`);
  const bar = new SingleBar({
    format: "{value} cases in {duration_formatted}",
    stream: process.stderr,
    noTTYOutput: true,
    notTTYSchedule: 10_000,
  });
  const outcomes: Outcome[] = [];
  bar.start(0, 0);
  await runTasks(tasks, (outcome) => {
    outcomes.push(outcome);
    bar.increment();
  });
  bar.stop();
  return outcomes.sort((left, right) => (left.id < right.id ? -1 : 1));
}

void new Command("test:faults")
  .description("Breaks every call of every flow in turn and repeats the run")
  .option("--only <id>", "run one case, or one flow: zapier/find_deal")
  .option("--slice <name>", "quick: every 13th case of each flow")
  .option("--json", "print the counts as JSON")
  .option("--mutations", "remove each guard in turn and count the red cases")
  .action(main)
  .parseAsync()
  .catch((error: Error) => {
    console.error(error.message);
    process.exitCode = 2;
  });
