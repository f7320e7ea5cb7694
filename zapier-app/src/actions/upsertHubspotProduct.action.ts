import { upsertHubspotProduct as operation } from "@hubspot-xero/shared/catalog/upsertHubspotProduct";
import { upsertHubspotProduct } from "@hubspot-xero/shared/flows/upsertHubspotProduct";
import { upsertedOutput } from "@hubspot-xero/shared/item/itemOutput";
import { perform } from "../connection";
import { describe, inputFields, outputFields } from "../fields/fields";
import { hubspotProductLock, xeroThrottle } from "../http/throttle";

const upsertHubspotProductAction = {
  ...describe(operation),
  operation: {
    inputFields: inputFields(operation),
    outputFields: outputFields(operation),
    sample: operation.sample,
    throttle: xeroThrottle,
    lock: hubspotProductLock,
    perform: perform(async (context, input) =>
      upsertedOutput(await upsertHubspotProduct(context, input)),
    ),
  },
};

export default upsertHubspotProductAction;
