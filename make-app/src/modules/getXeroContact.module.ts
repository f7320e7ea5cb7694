import { findXeroContact as operation } from "@hubspot-xero/shared/catalog/findXeroContact";
import { outputOf } from "../catalog/parameters";
import { checked } from "../checked";
import type { MakeModule } from "../make/app";
import { contactData } from "./customerData";
import { followMerged } from "./contactRequests";
import { organisation, TENANT, XERO } from "./organisation";
import { ID_IS_SOUND, soundId } from "./soundId";

const given = outputOf(operation);
const judge = (before: string) => {
  const present = `presentContact(parameters.contactId, body.Contacts, ${before})`;
  return {
    valid: checked(present),
    temp: { found: `{{${present}}}` },
    output: `{{presentContactResult(${present}, now)}}`,
  };
};

/** A contact as it is now, whatever an event said; one that was merged is followed to the contact that is left. */
export const getXeroContact: MakeModule = {
  id: "getXeroContact",
  label: "Get a contact",
  description: "Returns information about a specific contact by its ID.",
  service: "xero",
  group: "Contacts",
  type: "action",
  crud: "read",
  communication: [
    soundId("parameters.contactId", "Xero"),
    {
      temp: { record: "contact {{parameters.contactId}}" },
      condition: `{{${ID_IS_SOUND}}}`,
      url: `${XERO}/Contacts/{{encodeURL(parameters.contactId)}}`,
      headers: TENANT,
      response: judge("undefined"),
    },
    ...followMerged("contact {{parameters.contactId}}", judge("temp.before")),
  ],
  mappableParams: [
    { ...organisation(), mode: "edit" },
    { name: "contactId", type: "text", label: "Contact ID", required: true },
  ],
  interface: [...given.interface, ...contactData.interface],
  samples: { ...given.samples, ...contactData.samples },
};
