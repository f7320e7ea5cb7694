import { readFileSync } from "node:fs";
import { join } from "node:path";
import { loadZapier } from "@hubspot-xero/main-job/zapier";
import { dealStory } from "../src/forecast/dealStories";
import { measureForecast } from "../src/forecast/forecastErrors";
import { forecastRow } from "../src/forecast/forecastTable";
import { BOOKS } from "../src/forecast/payers";
import { createRandom } from "../src/forecast/random";
import { walkForward } from "../src/forecast/walkForward";

const GUIDE = join(__dirname, "../../../docs/forecast.md");

it("sets the forecast's mean error against those of pipeline and due dates, and counts the months within the range", () => {
  const month = { books: "", ahead: 0, low: 80, high: 120 };
  const measured = measureForecast([
    { ...month, expected: 90, asDue: 60, pipeline: 200, actual: 100 },
    { ...month, expected: 110, asDue: 160, pipeline: 40, actual: 140 },
  ]);
  // 10 and 30 off; 40 and 20 by due dates; 100 and 100 by the pipeline. 140 lies above 120.
  expect(measured).toEqual([
    {
      key: "forecast.error.ratio",
      value: 0.2,
      detail: "20 / 100 of 120 a month",
    },
    {
      key: "forecast.error.ratioToDueDates",
      value: 0.667,
      detail: "20 / 30 of 120 a month",
    },
    {
      key: "forecast.range.coverage",
      value: 0.5,
      detail: "2 months held back",
    },
  ]);
});

it("deals are won as often as the probability of each of their stages says", () => {
  const random = createRandom(7);
  const stories = Array.from({ length: 4000 }, () =>
    dealStory(random, BOOKS[0]!, "2024-01-01"),
  );
  const share = (stage: string) => {
    const reached = stories.filter(({ stages }) =>
      stages.some((entry) => entry.stage === stage),
    );
    const won = reached.filter(
      ({ stages }) => stages.at(-1)!.stage === "closedwon",
    );
    return won.length / reached.length;
  };
  expect(share("appointmentscheduled")).toBeCloseTo(0.2, 1);
  expect(share("qualifiedtobuy")).toBeCloseTo(0.4, 1);
  expect(share("presentationscheduled")).toBeCloseTo(0.6, 1);
  expect(share("contractsent")).toBeCloseTo(0.9, 1);
});

it("the guide tells how far the app's forecasts lay off the held-back months", async () => {
  const [books] = BOOKS.filter(({ name }) => name === "Little history");
  const months = await walkForward(loadZapier(), books!);
  const rows = readFileSync(GUIDE, "utf8")
    .split("\n")
    .map((line) => line.replace(/ +/g, " "));
  expect(rows).toContain(forecastRow(books!.name, months));
}, 60_000);
