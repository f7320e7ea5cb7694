import { invoiceUpdated } from "@hubspot-xero/shared/catalog/invoiceUpdated";
import {
  listInvoiceUpdates,
  sampleInvoiceUpdates,
} from "@hubspot-xero/shared/flows/listInvoiceUpdates";
import { pollingTrigger } from "./pollingTrigger";

export default pollingTrigger(invoiceUpdated, {
  list: listInvoiceUpdates,
  sample: sampleInvoiceUpdates,
  wanted: () => ({}),
});
