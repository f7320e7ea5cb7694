import { xeroContactUpdated } from "@hubspot-xero/shared/catalog/xeroContactUpdated";
import {
  listXeroContacts,
  sampleXeroContacts,
} from "@hubspot-xero/shared/flows/listXeroContacts";
import { flag } from "@hubspot-xero/shared/input/input";
import { pollingTrigger } from "./pollingTrigger";

export default pollingTrigger(xeroContactUpdated, {
  list: listXeroContacts,
  sample: sampleXeroContacts,
  wanted: (input) => ({ customersOnly: flag(input, "customersOnly") }),
});
