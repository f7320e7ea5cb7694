import { upsertXeroContact as operation } from "@hubspot-xero/shared/catalog/upsertXeroContact";
import { outputOf } from "../catalog/parameters";
import { checked, decided, named } from "../checked";
import type { MakeModule } from "../make/app";
import type { RequestDirective } from "../make/communication";
import { CREATE_CONTACT } from "./contactRequests";
import { TENANT, XERO, xeroParameters } from "./organisation";

/** A module of a Xero connection neither reads nor writes the HubSpot record. */
const given = outputOf(operation, ["linked"]);
/** The HubSpot record is read by another module, which maps the fields that are to be written. */
const isOffered = ({ key }: { key: string }) =>
  !["mode", "fields", "tax_number_property"].includes(key);
const customer = "temp.wanted.customer";
const isSound = "!temp.wanted.problem";
const found = `contactFound(${customer}, body.Contacts, parameters)`;

/** Nothing is sent: what is wrong with the fields themselves ends the module here. */
const decide: RequestDirective = {
  temp: { wanted: "{{contactWanted(parameters)}}" },
  response: decided("temp.wanted"),
};

const judge: RequestDirective["response"] = {
  valid: checked(found),
  temp: { found: `{{${found}}}` },
  output: `{{upsertedContact('unchanged', get(${found}, 'contact'))}}`,
};

const readStored: RequestDirective = {
  temp: { record: "the Xero contact of {{temp.wanted.name}}" },
  condition: `{{${isSound} && !!${customer}.xeroContactId}}`,
  url: `${XERO}/Contacts/{{encodeURL(${customer}.xeroContactId)}}`,
  headers: TENANT,
  response: judge,
};

const search: RequestDirective = {
  temp: { record: "contacts for {{temp.wanted.name}}" },
  condition: `{{${isSound} && !${customer}.xeroContactId}}`,
  url: `${XERO}/Contacts`,
  headers: TENANT,
  qs: {
    where: "{{temp.wanted.where}}",
    includeArchived: true,
    page: 1,
    summaryOnly: false,
  },
  response: judge,
};

const createIt: RequestDirective = {
  ...CREATE_CONTACT,
  temp: {
    record: "{{temp.wanted.name}}",
    contact: `{{contactBody(${customer})}}`,
  },
  condition: `{{${isSound} && !temp.found.contact}}`,
  response: {
    valid: named("body.Contacts[1].ContactID"),
    output: "{{upsertedContact('created', body.Contacts[1])}}",
  },
};

/** Without a key: an edit that is repeated on purpose must not be answered from what Xero remembers. */
const update: RequestDirective = {
  temp: { record: "{{temp.wanted.name}}" },
  condition: `{{${isSound} && !!temp.found.changedFields}}`,
  url: `${XERO}/Contacts/{{temp.found.contact.ContactID}}`,
  method: "POST",
  headers: TENANT,
  body: { Contacts: ["{{temp.found.changes}}"] },
  response: {
    valid: named("body.Contacts[1].ContactID"),
    output:
      "{{upsertedContact('updated', body.Contacts[1], temp.found.changedFields)}}",
  },
};

export const upsertXeroContact: MakeModule = {
  id: "upsertXeroContact",
  label: "Create or update a contact",
  description:
    "Creates a new contact or updates an existing one if a matching HubSpot record, e-mail address or name is found.",
  service: "xero",
  group: "Contacts",
  type: "action",
  crud: "create",
  communication: [decide, readStored, search, createIt, update],
  mappableParams: xeroParameters(
    operation.fields.filter(isOffered).map((field) =>
      field.key === "hubspot_id"
        ? {
            ...field,
            help: "The ID of the company or contact: it is kept as the contact number and found by it. To skip the search from then on, write the contact ID that this module gives onto the HubSpot record with a HubSpot module.",
          }
        : field,
    ),
  ).concat({
    name: "contactId",
    type: "text",
    label: "Xero contact",
    help: "The ID of the contact, where the HubSpot record has it. Left empty, the contact is sought.",
  }),
  interface: given.interface,
  samples: given.samples,
};
