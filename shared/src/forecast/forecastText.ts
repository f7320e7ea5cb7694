import type { MonthForecast } from "./forecastMonths";

/** The forecast as lines of a message, in whole units of the currency. */
export function forecastText(
  currency: string,
  months: readonly MonthForecast[],
): string {
  return [
    `Expected cash in ${currency}`,
    ...months.map(
      ({ month, expected, low, high, pipeline }) =>
        `${month}: ${whole(expected)} (likely ${whole(low)} to ${whole(high)}; pipeline ${whole(pipeline)})`,
    ),
  ].join("\n");
}

/** `12345.6` as `12,346`. */
function whole(value: number): string {
  return String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, ",");
}
