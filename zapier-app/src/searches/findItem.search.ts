import { findItem as operation } from "@hubspot-xero/shared/catalog/findItem";
import { findItem } from "@hubspot-xero/shared/flows/findItem";
import { xeroItemOutput } from "@hubspot-xero/shared/item/itemOutput";
import { perform } from "../connection";
import { describe, inputFields, outputFields } from "../fields/fields";
import { xeroThrottle } from "../http/throttle";

const findItemSearch = {
  ...describe(operation),
  operation: {
    inputFields: inputFields(operation),
    outputFields: outputFields(operation),
    sample: operation.sample,
    throttle: xeroThrottle,
    perform: perform(async (context, input) =>
      (await findItem(context, input)).map((item) => ({
        id: item.xeroId,
        ...xeroItemOutput(item),
      })),
    ),
  },
};

export default findItemSearch;
