import { xeroItemUpdated } from "@hubspot-xero/shared/catalog/xeroItemUpdated";
import {
  listItemUpdates,
  sampleItemUpdates,
} from "@hubspot-xero/shared/flows/listItemUpdates";
import { pollingTrigger } from "./pollingTrigger";

export default pollingTrigger(xeroItemUpdated, {
  list: listItemUpdates,
  sample: sampleItemUpdates,
  wanted: () => ({}),
});
