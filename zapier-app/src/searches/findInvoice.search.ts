import { findInvoice as operation } from "@hubspot-xero/shared/catalog/findInvoice";
import { findInvoice } from "@hubspot-xero/shared/flows/findInvoice";
import { invoiceOutput } from "@hubspot-xero/shared/flows/output";
import { perform } from "../connection";
import { describe, inputFields, outputFields } from "../fields/fields";
import { xeroThrottle } from "../http/throttle";

const findInvoiceSearch = {
  ...describe(operation),
  operation: {
    inputFields: inputFields(operation),
    outputFields: outputFields(operation),
    sample: operation.sample,
    throttle: xeroThrottle,
    perform: perform(async (context, input) =>
      (await findInvoice(context, input)).map((invoice) => ({
        id: invoice.id,
        ...invoiceOutput(invoice),
      })),
    ),
  },
};

export default findInvoiceSearch;
