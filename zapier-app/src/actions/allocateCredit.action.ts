import { allocateCredit as operation } from "@hubspot-xero/shared/catalog/allocateCredit";
import { allocateCredit } from "@hubspot-xero/shared/flows/allocateCredit";
import { allocatedCreditOutput } from "@hubspot-xero/shared/flows/allocatedCreditOutput";
import { perform } from "../connection";
import { describe, inputFields, outputFields } from "../fields/fields";
import { xeroLock, xeroThrottle } from "../http/throttle";

const allocateCreditAction = {
  ...describe(operation),
  operation: {
    inputFields: inputFields(operation),
    outputFields: outputFields(operation),
    sample: operation.sample,
    throttle: xeroThrottle,
    lock: xeroLock,
    perform: perform(async (context, input) =>
      allocatedCreditOutput(await allocateCredit(context, input)),
    ),
  },
};

export default allocateCreditAction;
