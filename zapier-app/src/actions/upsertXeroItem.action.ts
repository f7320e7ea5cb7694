import { upsertXeroItem as operation } from "@hubspot-xero/shared/catalog/upsertXeroItem";
import { upsertXeroItem } from "@hubspot-xero/shared/flows/upsertXeroItem";
import { upsertedOutput } from "@hubspot-xero/shared/item/itemOutput";
import { perform } from "../connection";
import { describe, inputFields, outputFields } from "../fields/fields";
import { xeroLock, xeroThrottle } from "../http/throttle";

const upsertXeroItemAction = {
  ...describe(operation),
  operation: {
    inputFields: inputFields(operation),
    outputFields: outputFields(operation),
    sample: operation.sample,
    throttle: xeroThrottle,
    lock: xeroLock,
    perform: perform(async (context, input) =>
      upsertedOutput(await upsertXeroItem(context, input)),
    ),
  },
};

export default upsertXeroItemAction;
