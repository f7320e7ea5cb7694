import { createInvoiceFromDeal as operation } from "@hubspot-xero/shared/catalog/createInvoiceFromDeal";
import { createInvoiceFromDeal } from "@hubspot-xero/shared/flows/createInvoiceFromDeal";
import { dealInvoiceOutput } from "@hubspot-xero/shared/flows/dealInvoiceOutput";
import { requiredText } from "@hubspot-xero/shared/input/input";
import { readDealInvoiceOptions } from "@hubspot-xero/shared/invoice/options";
import { perform } from "../connection";
import { describe, inputFields, outputFields } from "../fields/fields";
import { xeroLock, xeroThrottle } from "../http/throttle";

const createInvoiceFromDealAction = {
  ...describe(operation),
  operation: {
    inputFields: inputFields(operation),
    outputFields: outputFields(operation),
    sample: operation.sample,
    throttle: xeroThrottle,
    lock: xeroLock,
    perform: perform(async (context, input) =>
      dealInvoiceOutput(
        await createInvoiceFromDeal(
          context,
          requiredText(input, "dealId", "Deal"),
          readDealInvoiceOptions(input),
        ),
      ),
    ),
  },
};

export default createInvoiceFromDealAction;
