import { setUpHubspot as operation } from "@hubspot-xero/shared/catalog/setUpHubspot";
import { setUpHubspot } from "@hubspot-xero/shared/flows/setUpHubspot";
import { perform } from "../connection";
import { describe, inputFields, outputFields } from "../fields/fields";

const setUpHubspotAction = {
  ...describe(operation),
  operation: {
    inputFields: inputFields(operation),
    outputFields: outputFields(operation),
    sample: operation.sample,
    perform: perform(async (context) => {
      const { created, existing } = await setUpHubspot(context);
      return {
        message: `${created.length} properties were created, ${existing.length} existed already.`,
        createdCount: created.length,
        existingCount: existing.length,
        created: created.join(", "),
      };
    }),
  },
};

export default setUpHubspotAction;
