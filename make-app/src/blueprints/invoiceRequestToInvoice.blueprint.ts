import type { Scenario } from "./blueprint";
import { billDeal } from "./billDeal";

/** The deal's write-back clears the request, so that it can be made again. */
export const invoiceRequestToInvoice: Scenario = {
  id: "invoice-request-to-invoice",
  name: "Invoice request on a deal -> Xero invoice -> deal",
  steps: [
    { module: "watchInvoiceRequests", parameters: { limit: 5 } },
    ...billDeal(),
  ],
};
