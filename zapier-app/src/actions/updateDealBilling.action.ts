import { updateDealBilling as operation } from "@hubspot-xero/shared/catalog/updateDealBilling";
import {
  dealBillingOutput,
  updateDealBilling,
} from "@hubspot-xero/shared/flows/updateDealBilling";
import { perform } from "../connection";
import { describe, inputFields, outputFields } from "../fields/fields";
import { xeroThrottle } from "../http/throttle";

const updateDealBillingAction = {
  ...describe(operation),
  operation: {
    inputFields: inputFields(operation),
    outputFields: outputFields(operation),
    sample: operation.sample,
    throttle: xeroThrottle,
    perform: perform(async (context, input) =>
      dealBillingOutput(await updateDealBilling(context, input)),
    ),
  },
};

export default updateDealBillingAction;
