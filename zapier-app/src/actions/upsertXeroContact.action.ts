import { upsertXeroContact as operation } from "@hubspot-xero/shared/catalog/upsertXeroContact";
import { contactOutput } from "@hubspot-xero/shared/customer/contactOutput";
import { upsertXeroContact } from "@hubspot-xero/shared/flows/upsertXeroContact";
import { perform } from "../connection";
import { describe, inputFields, outputFields } from "../fields/fields";
import { xeroLock, xeroThrottle } from "../http/throttle";

const upsertXeroContactAction = {
  ...describe(operation),
  operation: {
    inputFields: inputFields(operation),
    outputFields: outputFields(operation),
    sample: operation.sample,
    throttle: xeroThrottle,
    lock: xeroLock,
    perform: perform(async (context, input) => {
      const { outcome, contact, changedFields, linked, notCarried } =
        await upsertXeroContact(context, input);
      return {
        outcome,
        ...contactOutput(contact),
        changedFields: changedFields.join(", "),
        linked,
        notCarried,
      };
    }),
  },
};

export default upsertXeroContactAction;
