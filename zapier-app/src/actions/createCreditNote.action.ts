import { createCreditNote as operation } from "@hubspot-xero/shared/catalog/createCreditNote";
import {
  createCreditNote,
  createdCreditNoteOutput,
} from "@hubspot-xero/shared/flows/createCreditNote";
import { perform } from "../connection";
import { describe, inputFields, outputFields } from "../fields/fields";
import { xeroLock, xeroThrottle } from "../http/throttle";

const createCreditNoteAction = {
  ...describe(operation),
  operation: {
    inputFields: inputFields(operation),
    outputFields: outputFields(operation),
    sample: operation.sample,
    throttle: xeroThrottle,
    lock: xeroLock,
    perform: perform(async (context, input) =>
      createdCreditNoteOutput(await createCreditNote(context, input)),
    ),
  },
};

export default createCreditNoteAction;
