import { endRepeatingInvoices as operation } from "@hubspot-xero/shared/catalog/endRepeatingInvoices";
import { endRepeatingInvoices } from "@hubspot-xero/shared/flows/endRepeatingInvoices";
import { endedRepeatingOutput } from "@hubspot-xero/shared/flows/repeatingOutput";
import { requiredText } from "@hubspot-xero/shared/input/input";
import { perform } from "../connection";
import { describe, inputFields, outputFields } from "../fields/fields";
import { xeroLock, xeroThrottle } from "../http/throttle";

const endRepeatingInvoicesAction = {
  ...describe(operation),
  operation: {
    inputFields: inputFields(operation),
    outputFields: outputFields(operation),
    sample: operation.sample,
    throttle: xeroThrottle,
    lock: xeroLock,
    perform: perform(async (context, input) =>
      endedRepeatingOutput(
        await endRepeatingInvoices(
          context,
          requiredText(input, "dealId", "Deal"),
        ),
      ),
    ),
  },
};

export default endRepeatingInvoicesAction;
