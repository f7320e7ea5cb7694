import type { Measured } from "../metric";
import type { HeldBackMonth } from "./walkForward";

/** How far the forecasts lay off what came, in the currency of the books. */
export interface ForecastErrors {
  months: number;
  /** Mean cash a month. */
  actual: number;
  /** Mean absolute errors: of the forecast, of the due dates and of the pipeline. */
  expected: number;
  asDue: number;
  pipeline: number;
  /** The share of months that lay within the range. */
  coverage: number;
}

export function forecastErrors(
  months: readonly HeldBackMonth[],
): ForecastErrors {
  const mean = (value: (month: HeldBackMonth) => number) =>
    months.reduce((sum, month) => sum + value(month), 0) / months.length;
  const error = (figure: "expected" | "asDue" | "pipeline") =>
    mean((month) => Math.abs(month[figure] - month.actual));
  return {
    months: months.length,
    actual: mean(({ actual }) => actual),
    expected: error("expected"),
    asDue: error("asDue"),
    pipeline: error("pipeline"),
    coverage: mean(({ low, actual, high }) =>
      Number(low <= actual && actual <= high),
    ),
  };
}

/** The forecast's numbers to hold, over all books together. */
export function measureForecast(months: readonly HeldBackMonth[]): Measured[] {
  const { expected, asDue, pipeline, actual, coverage } =
    forecastErrors(months);
  const whole = (value: number) => Math.round(value).toLocaleString("en-GB");
  const off = (other: number) =>
    `${whole(expected)} / ${whole(other)} of ${whole(actual)} a month`;
  return [
    {
      key: "forecast.error.ratio",
      value: rounded(expected / pipeline),
      detail: off(pipeline),
    },
    {
      key: "forecast.error.ratioToDueDates",
      value: rounded(expected / asDue),
      detail: off(asDue),
    },
    {
      key: "forecast.range.coverage",
      value: rounded(coverage),
      detail: `${months.length} months held back`,
    },
  ];
}

const rounded = (value: number) => Math.round(value * 1000) / 1000;
