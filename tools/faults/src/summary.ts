import Table from "cli-table3";
import type { Outcome, Verdict } from "./runCase";

export const VERDICTS: readonly Verdict[] = [
  "duplicates",
  "lost",
  "wrongTotals",
  "wrongRecords",
  "stuck",
  "refreshes",
  "unclear",
];

/** How many cases there were, and how many ended in each way. */
export type Counts = { cases: number } & Record<Verdict, number>;

export function countOf(outcomes: readonly Outcome[]): Counts {
  const counts = VERDICTS.map((wanted) => [
    wanted,
    outcomes.filter(({ verdict }) => verdict === wanted).length,
  ]);
  return {
    cases: outcomes.length,
    ...(Object.fromEntries(counts) as Record<Verdict, number>),
  };
}

/** A row for each flow, then a line for each red case, with how to run it. */
export function printed(outcomes: readonly Outcome[]): string {
  const table = new Table({ head: ["flow", "cases", ...VERDICTS] });
  for (const flow of [...new Set(outcomes.map(flowOf))].sort()) {
    const own = outcomes.filter((outcome) => flowOf(outcome) === flow);
    table.push([flow, ...Object.values(countOf(own))]);
  }
  table.push(["all", ...Object.values(countOf(outcomes))]);
  return [
    table.toString(),
    ...outcomes.flatMap(({ id, verdict, details }) =>
      verdict
        ? [
            `${verdict}: npm run test:faults -- --only ${id}`,
            ...details.map((text) => `  ${text}`),
          ]
        : [],
    ),
  ].join("\n");
}

const flowOf = ({ id }: Outcome) => id.split("/").slice(0, 2).join("/");
