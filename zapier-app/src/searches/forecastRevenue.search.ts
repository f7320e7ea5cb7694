import { forecastRevenue as operation } from "@hubspot-xero/shared/catalog/forecastRevenue";
import {
  forecastOutput,
  forecastRevenue,
} from "@hubspot-xero/shared/flows/forecastRevenue";
import type { ZObject } from "zapier-platform-core";
import type { ForecastChart } from "../chart/forecastChart";
import { perform } from "../connection";
import { describe, inputFields, outputFields } from "../fields/fields";
import forecastChart from "../hydrators/forecastChart.hydrator";
import { xeroThrottle } from "../http/throttle";

const forecastRevenueSearch = {
  ...describe(operation),
  operation: {
    inputFields: inputFields(operation),
    outputFields: [
      ...outputFields(operation),
      { key: "chart", label: "Chart", type: "file" as const },
    ],
    sample: operation.sample,
    throttle: xeroThrottle,
    perform: perform(async (context, input, bundle, z) => {
      const found = forecastOutput(await forecastRevenue(context, input));
      return [{ ...found, chart: chartFile(z, found) }];
    }),
  },
};

/** A search may store no file, so that what is drawn goes along, a few figures a month, until the file is asked for. */
function chartFile(
  z: ZObject,
  { currency, date, months }: ForecastChart,
): string {
  return z.dehydrateFile(forecastChart.perform, {
    currency,
    date,
    months: months.map(({ month, expected, low, high, pipeline }) => ({
      month,
      expected,
      low,
      high,
      pipeline,
    })),
  });
}

export default forecastRevenueSearch;
