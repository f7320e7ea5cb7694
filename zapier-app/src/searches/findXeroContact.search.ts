import { findXeroContact as operation } from "@hubspot-xero/shared/catalog/findXeroContact";
import { contactOutput } from "@hubspot-xero/shared/customer/contactOutput";
import { customerFromFields } from "@hubspot-xero/shared/flows/customerFromFields";
import { findXeroContact } from "@hubspot-xero/shared/flows/findXeroContact";
import { perform } from "../connection";
import { describe, inputFields, outputFields } from "../fields/fields";
import { xeroThrottle } from "../http/throttle";

const findXeroContactSearch = {
  ...describe(operation),
  operation: {
    inputFields: inputFields(operation),
    outputFields: outputFields(operation),
    sample: operation.sample,
    throttle: xeroThrottle,
    perform: perform(async (context, input) =>
      (await findXeroContact(context, customerFromFields(input), input)).map(
        contactOutput,
      ),
    ),
  },
};

export default findXeroContactSearch;
