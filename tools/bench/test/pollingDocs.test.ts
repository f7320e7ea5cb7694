import { readFileSync } from "node:fs";
import { join } from "node:path";
import { loadZapier } from "@hubspot-xero/main-job/zapier";
import { measureFlows } from "../src/polling/flows";
import { MINUTES, measureTriggers } from "../src/polling/polling";

const GUIDE = join(__dirname, "../../../docs/limits-and-costs.md");

/** The rows of the table under a heading of the guide: what is to the left, then the figures; an empty cell is none. */
function figures(heading: string): [string, (number | undefined)[]][] {
  const [, behind = ""] = readFileSync(GUIDE, "utf8").split(`### ${heading}\n`);
  const [section = ""] = behind.split(/\n#/);
  return section
    .split("\n")
    .filter((line) => line.startsWith("|"))
    .slice(2)
    .map((line) => {
      const [what = "", ...cells] = line
        .split("|")
        .slice(1, -1)
        .map((cell) => cell.trim());
      const numbers = cells.map((cell) =>
        cell ? Number(cell.replace(",", "")) : undefined,
      );
      return [what, numbers];
    });
}

const zapier = loadZapier();

it("the guide tells the calls that every trigger makes in a day", async () => {
  const days = await measureTriggers(zapier, { idle: MINUTES, busy: [15] });
  const measured = (wanted: string) =>
    days
      .filter(({ platform }) => platform === wanted)
      .map(({ what, day }) => [
        what,
        [
          ...MINUTES.map((every) => day.idle.get(every)?.calls),
          day.busy.get(15)?.calls,
        ],
      ]);
  const told = (heading: string) =>
    figures(heading)
      .filter(([what]) => !what.startsWith("**"))
      .map(([what, cells]) => [what, [...cells.slice(0, 3), cells[5]]]);
  const sorted = (rows: unknown[]) =>
    rows.map((row) => JSON.stringify(row)).sort();
  expect(sorted(told("Zapier: calls a day"))).toEqual(
    sorted(measured("zapier")),
  );
  expect(sorted(told("Make: calls a day"))).toEqual(sorted(measured("make")));
}, 180_000);

it("the guide tells the tasks, operations and calls that one event takes", async () => {
  const flows = await measureFlows(zapier);
  expect(figures("One event")).toEqual(
    flows.map(({ what, zapier, make }) => [
      what,
      [
        zapier.tasks,
        zapier.all - zapier.xero,
        zapier.xero,
        make?.operations,
        make && make.all - make.xero,
        make?.xero,
      ],
    ]),
  );
}, 180_000);
