import { createInvoice as operation } from "@hubspot-xero/shared/catalog/createInvoice";
import { createInvoice } from "@hubspot-xero/shared/flows/createInvoice";
import { createdInvoiceOutput } from "@hubspot-xero/shared/flows/createdInvoiceOutput";
import { perform } from "../connection";
import { describe, inputFields, outputFields } from "../fields/fields";
import { xeroLock, xeroThrottle } from "../http/throttle";

const createInvoiceAction = {
  ...describe(operation),
  operation: {
    inputFields: inputFields(operation),
    outputFields: outputFields(operation),
    sample: operation.sample,
    throttle: xeroThrottle,
    lock: xeroLock,
    perform: perform(async (context, input) =>
      createdInvoiceOutput(await createInvoice(context, input)),
    ),
  },
};

export default createInvoiceAction;
