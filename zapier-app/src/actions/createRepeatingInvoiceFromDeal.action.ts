import { createRepeatingInvoiceFromDeal as operation } from "@hubspot-xero/shared/catalog/createRepeatingInvoiceFromDeal";
import { createRepeatingFromDeal } from "@hubspot-xero/shared/flows/createRepeatingFromDeal";
import { repeatingResultOutput } from "@hubspot-xero/shared/flows/repeatingOutput";
import { requiredText } from "@hubspot-xero/shared/input/input";
import { readRepeatingOptions } from "@hubspot-xero/shared/repeating/options";
import { perform } from "../connection";
import { describe, inputFields, outputFields } from "../fields/fields";
import { xeroLock, xeroThrottle } from "../http/throttle";

const createRepeatingInvoiceFromDealAction = {
  ...describe(operation),
  operation: {
    inputFields: inputFields(operation),
    outputFields: outputFields(operation),
    sample: operation.sample,
    throttle: xeroThrottle,
    lock: xeroLock,
    perform: perform(async (context, input) =>
      repeatingResultOutput(
        await createRepeatingFromDeal(
          context,
          requiredText(input, "dealId", "Deal"),
          readRepeatingOptions(input),
        ),
      ),
    ),
  },
};

export default createRepeatingInvoiceFromDealAction;
