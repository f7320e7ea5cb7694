import { upsertHubspotCustomer as operation } from "@hubspot-xero/shared/catalog/upsertHubspotCustomer";
import {
  upsertedCustomerOutput,
  upsertHubspotCustomer,
} from "@hubspot-xero/shared/flows/upsertHubspotCustomer";
import { perform } from "../connection";
import { describe, inputFields, outputFields } from "../fields/fields";
import { xeroLock, xeroThrottle } from "../http/throttle";

const upsertHubspotCustomerAction = {
  ...describe(operation),
  operation: {
    inputFields: inputFields(operation),
    outputFields: outputFields(operation),
    sample: operation.sample,
    throttle: xeroThrottle,
    lock: xeroLock,
    perform: perform(async (context, input) =>
      upsertedCustomerOutput(await upsertHubspotCustomer(context, input)),
    ),
  },
};

export default upsertHubspotCustomerAction;
