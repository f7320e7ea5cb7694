import { invoiceRequested } from "@hubspot-xero/shared/catalog/invoiceRequested";
import {
  findInvoiceRequests,
  listInvoiceRequests,
  sampleInvoiceRequests,
} from "@hubspot-xero/shared/flows/listInvoiceRequests";
import { perform } from "../connection";
import { describe, inputFields, outputFields } from "../fields/fields";

/** Zapier's editor shows three records. */
const SAMPLES = 3;

const invoiceRequestedTrigger = {
  ...describe(invoiceRequested),
  operation: {
    type: "polling" as const,
    inputFields: inputFields(invoiceRequested),
    outputFields: outputFields(invoiceRequested),
    sample: invoiceRequested.sample,
    perform: perform((context, _, { meta }) => {
      // Only the ids matter when Zapier notes what was there before the Zap was turned on.
      if (meta.isPopulatingDedupe) return findInvoiceRequests(context);
      return meta.isLoadingSample
        ? sampleInvoiceRequests(context, SAMPLES)
        : listInvoiceRequests(context);
    }),
  },
};

export default invoiceRequestedTrigger;
