import { upsertXeroContact as operation } from "@hubspot-xero/shared/catalog/upsertXeroContact";
import { outputOf } from "../catalog/parameters";
import { checked, decided, named } from "../checked";
import type { MakeModule } from "../make/app";
import type { RequestDirective } from "../make/communication";
import { CREATE_CONTACT, followMerged } from "./contactRequests";
import { TENANT, XERO, xeroParameters } from "./organisation";

/** A module of a Xero connection neither reads nor writes the HubSpot record. */
const given = outputOf(operation, ["linked"]);
/** Properties of the HubSpot record, which another module reads; and groups, which cost two calls more. */
const NOT_OFFERED = [
  "tax_number_property",
  "account_number_property",
  "contact_group",
];
const isOffered = ({ key }: { key: string }) => !NOT_OFFERED.includes(key);
const customer = "temp.wanted.customer";
const isSound = "!temp.wanted.problem";
const found = (before = "undefined") =>
  `contactFound(${customer}, body.Contacts, parameters, now, ${before})`;
const answer = `upsertedContact(ifempty(temp.found.outcome, 'unchanged'), temp.found.contact, '', ${customer}, parameters)`;

/** Nothing is sent: what is wrong with the fields themselves ends the module here. */
const decide: RequestDirective = {
  temp: { wanted: "{{contactWanted(parameters)}}" },
  response: decided("temp.wanted"),
};

const judge = (before?: string): RequestDirective["response"] => ({
  valid: checked(found(before)),
  temp: { found: `{{${found(before)}}}` },
  output: null,
});

const readStored: RequestDirective = {
  temp: { record: "the Xero contact of {{temp.wanted.name}}" },
  condition: `{{${isSound} && !!${customer}.xeroContactId}}`,
  url: `${XERO}/Contacts/{{encodeURL(${customer}.xeroContactId)}}`,
  headers: TENANT,
  response: judge(),
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
  response: judge(),
};

/** A linked contact without the HubSpot record's number gets it, unless one that was merged away holds it. */
const findHolders: RequestDirective = {
  temp: {
    record: "contacts with the number of {{temp.wanted.name}}",
    filter: `{{numberFilter(${customer}, temp.found)}}`,
  },
  condition: `{{${isSound} && !!temp.found.contact && !!temp.filter}}`,
  url: `${XERO}/Contacts`,
  headers: TENANT,
  qs: {
    where: "{{temp.filter}}",
    includeArchived: true,
    page: 1,
    summaryOnly: true,
  },
  response: {
    temp: {
      found: `{{withNumber(${customer}, temp.found, body.Contacts)}}`,
    },
    output: null,
  },
};

/** Nothing is sent: what the module hands out where nothing is written. */
const tell: RequestDirective = {
  condition: `{{${isSound}}}`,
  response: { output: `{{${answer}}}` },
};

const createIt: RequestDirective = {
  ...CREATE_CONTACT,
  temp: {
    record: "{{temp.wanted.name}}",
    contact: `{{contactBody(${customer})}}`,
  },
  condition: `{{${isSound} && !!temp.found.toCreate}}`,
  response: {
    valid: named("body.Contacts[1].ContactID"),
    output: `{{upsertedContact('created', body.Contacts[1], '', ${customer}, parameters)}}`,
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
    output: `{{upsertedContact('updated', body.Contacts[1], temp.found.changedFields, ${customer}, parameters)}}`,
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
  communication: [
    decide,
    readStored,
    search,
    ...followMerged("contacts for {{temp.wanted.name}}", judge("temp.before")),
    findHolders,
    tell,
    createIt,
    update,
  ],
  mappableParams: xeroParameters(
    operation.fields.filter(isOffered).map((field) =>
      field.key === "hubspot_id"
        ? {
            ...field,
            help: 'The ID of the company or contact: it is kept as the contact number and found by it. To skip the search from then on, give the contact ID to "Update a customer link".',
          }
        : field,
    ),
  ).concat(
    {
      name: "customer",
      type: "any",
      label: "Customer data",
      help: 'Map the customer data of "Watch customers". The other fields replace what it says.',
    },
    {
      name: "contactId",
      type: "text",
      label: "Xero contact",
      help: "The ID of the contact, where the HubSpot record has it. Left empty, the contact is sought, unless the customer data has it.",
    },
  ),
  interface: given.interface,
  samples: given.samples,
};
