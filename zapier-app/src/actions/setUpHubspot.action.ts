import { setUpHubspot as operation } from "@hubspot-xero/shared/catalog/setUpHubspot";
import { setUpHubspot } from "@hubspot-xero/shared/flows/setUpHubspot";
import {
  checkSetUp,
  setUpOutput,
} from "@hubspot-xero/shared/hubspot/setUpPlan";
import { perform } from "../connection";
import { describe, inputFields, outputFields } from "../fields/fields";

const setUpHubspotAction = {
  ...describe(operation),
  operation: {
    inputFields: inputFields(operation),
    outputFields: outputFields(operation),
    sample: operation.sample,
    perform: perform(async (context, input) => {
      checkSetUp(input);
      const { created, existing } = await setUpHubspot(context);
      return setUpOutput(created, existing);
    }),
  },
};

export default setUpHubspotAction;
