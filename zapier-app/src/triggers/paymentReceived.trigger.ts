import { paymentReceived } from "@hubspot-xero/shared/catalog/paymentReceived";
import {
  listPayments,
  samplePayments,
} from "@hubspot-xero/shared/flows/listPayments";
import { flag } from "@hubspot-xero/shared/input/input";
import { pollingTrigger } from "./pollingTrigger";

export default pollingTrigger(paymentReceived, {
  list: listPayments,
  sample: samplePayments,
  wanted: (input) => ({ advances: flag(input, "advances") }),
});
