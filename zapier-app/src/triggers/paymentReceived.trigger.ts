import { paymentReceived } from "@hubspot-xero/shared/catalog/paymentReceived";
import {
  listPayments,
  samplePayments,
} from "@hubspot-xero/shared/flows/listPayments";
import { pollingTrigger } from "./pollingTrigger";

export default pollingTrigger(paymentReceived, {
  list: listPayments,
  sample: samplePayments,
});
