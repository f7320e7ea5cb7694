import { hubspotProductUpdated } from "@hubspot-xero/shared/catalog/hubspotProductUpdated";
import {
  listProductUpdates,
  sampleProductUpdates,
} from "@hubspot-xero/shared/flows/listProductUpdates";
import { pollingTrigger } from "./pollingTrigger";

export default pollingTrigger(hubspotProductUpdated, {
  list: listProductUpdates,
  sample: sampleProductUpdates,
  wanted: () => ({}),
});
