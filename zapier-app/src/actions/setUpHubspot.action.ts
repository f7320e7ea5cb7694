import { setUpHubspot as operation } from "@hubspot-xero/shared/catalog/setUpHubspot";
import { setUpHubspot } from "@hubspot-xero/shared/flows/setUpHubspot";
import { validation } from "@hubspot-xero/shared/error/connectorError";
import { flag } from "@hubspot-xero/shared/input/input";
import { perform } from "../connection";
import { describe, inputFields, outputFields } from "../fields/fields";

const setUpHubspotAction = {
  ...describe(operation),
  operation: {
    inputFields: inputFields(operation),
    outputFields: outputFields(operation),
    sample: operation.sample,
    perform: perform(async (context, input) => {
      if (!flag(input, "confirm")) {
        throw validation(
          "No property was created: set Create the Properties to Yes.",
        );
      }
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
