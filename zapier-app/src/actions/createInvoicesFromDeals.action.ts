import { createInvoicesFromDeals as operation } from "@hubspot-xero/shared/catalog/createInvoicesFromDeals";
import { readDealTargets } from "@hubspot-xero/shared/deal/dealTargets";
import { createInvoicesFromDeals } from "@hubspot-xero/shared/flows/createInvoicesFromDeals";
import { dealsInvoiceOutput } from "@hubspot-xero/shared/flows/dealsInvoiceOutput";
import { readDealInvoiceOptions } from "@hubspot-xero/shared/invoice/options";
import { perform } from "../connection";
import { describe, inputFields, outputFields } from "../fields/fields";
import { xeroLock, xeroThrottle } from "../http/throttle";

const createInvoicesFromDealsAction = {
  ...describe(operation),
  operation: {
    inputFields: inputFields(operation),
    outputFields: outputFields(operation),
    sample: operation.sample,
    throttle: xeroThrottle,
    lock: xeroLock,
    perform: perform(async (context, input) =>
      dealsInvoiceOutput(
        await createInvoicesFromDeals(
          context,
          readDealTargets(input),
          readDealInvoiceOptions(input),
        ),
      ),
    ),
  },
};

export default createInvoicesFromDealsAction;
