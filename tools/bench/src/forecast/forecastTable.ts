import { forecastErrors } from "./forecastErrors";
import { BOOKS } from "./payers";
import type { HeldBackMonth } from "./walkForward";

const AHEAD = ["the month at hand", "the next month", "the month after"];

/** The Markdown table of the guide: a row for each of the books, for each distance, and for all. */
export function forecastTable(months: readonly HeldBackMonth[]): string {
  const rows = [
    ...BOOKS.map(({ name }) =>
      forecastRow(
        name,
        months.filter(({ books }) => books === name),
      ),
    ),
    ...AHEAD.map((name, distance) =>
      forecastRow(
        `All, ${name}`,
        months.filter(({ ahead }) => ahead === distance),
      ),
    ),
    forecastRow("**All**", months),
  ];
  return [
    "| Books | Months | Cash a month | Error: forecast | Error: due dates | Error: pipeline | In the range |",
    "| --- | --: | --: | --: | --: | --: | --: |",
    ...rows,
  ].join("\n");
}

export function forecastRow(
  name: string,
  months: readonly HeldBackMonth[],
): string {
  const errors = forecastErrors(months);
  const whole = (value: number) => Math.round(value).toLocaleString("en-GB");
  const cells = [
    name,
    String(errors.months),
    ...[errors.actual, errors.expected, errors.asDue, errors.pipeline].map(
      whole,
    ),
    `${Math.round(errors.coverage * 100)} %`,
  ];
  return `| ${cells.join(" | ")} |`;
}
