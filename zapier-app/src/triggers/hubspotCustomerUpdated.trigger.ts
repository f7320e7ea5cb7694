import { hubspotCustomerUpdated } from "@hubspot-xero/shared/catalog/hubspotCustomerUpdated";
import { readCustomerType } from "@hubspot-xero/shared/flows/hubspotCustomers";
import {
  listHubspotCustomers,
  sampleHubspotCustomers,
} from "@hubspot-xero/shared/flows/listHubspotCustomers";
import { pollingTrigger } from "./pollingTrigger";

export default pollingTrigger(hubspotCustomerUpdated, {
  list: listHubspotCustomers,
  sample: sampleHubspotCustomers,
  wanted: (input) => ({ type: readCustomerType(input) }),
});
