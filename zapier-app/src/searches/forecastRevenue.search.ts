import { forecastRevenue as operation } from "@hubspot-xero/shared/catalog/forecastRevenue";
import {
  forecastOutput,
  forecastRevenue,
} from "@hubspot-xero/shared/flows/forecastRevenue";
import { perform } from "../connection";
import { describe, inputFields, outputFields } from "../fields/fields";
import { xeroThrottle } from "../http/throttle";

const forecastRevenueSearch = {
  ...describe(operation),
  operation: {
    inputFields: inputFields(operation),
    outputFields: outputFields(operation),
    sample: operation.sample,
    throttle: xeroThrottle,
    perform: perform(async (context, input) => [
      forecastOutput(await forecastRevenue(context, input)),
    ]),
  },
};

export default forecastRevenueSearch;
