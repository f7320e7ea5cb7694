import { findDeal as operation } from "@hubspot-xero/shared/catalog/findDeal";
import { dealOutput, findDeal } from "@hubspot-xero/shared/flows/findDeal";
import { perform } from "../connection";
import { describe, inputFields, outputFields } from "../fields/fields";

const findDealSearch = {
  ...describe(operation),
  operation: {
    inputFields: inputFields(operation),
    outputFields: outputFields(operation),
    sample: operation.sample,
    perform: perform(async (context, input) =>
      (await findDeal(context, input)).map(dealOutput),
    ),
  },
};

export default findDealSearch;
