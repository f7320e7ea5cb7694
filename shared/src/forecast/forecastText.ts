import type { MonthForecast } from "./forecastMonths";

/** The forecast as lines of a message, in whole units of the currency. */
export function forecastText(
  currency: string,
  months: readonly Pick<
    MonthForecast,
    "month" | "expected" | "low" | "high" | "pipeline"
  >[],
): string {
  return [
    `Expected cash in ${currency}`,
    ...months.map(
      ({ month, expected, low, high, pipeline }) =>
        `${month}: ${wholeUnits(expected)} (likely ${wholeUnits(low)} to ${wholeUnits(high)}; pipeline ${wholeUnits(pipeline)})`,
    ),
  ].join("\n");
}

/** `12345.6` as `12,346`. */
export function wholeUnits(value: number): string {
  return String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, ",");
}
