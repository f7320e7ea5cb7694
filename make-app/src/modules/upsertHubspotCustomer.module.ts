import { upsertHubspotCustomer as operation } from "@hubspot-xero/shared/catalog/upsertHubspotCustomer";
import { HUBSPOT_API_VERSION as VERSION } from "@hubspot-xero/shared/hubspot/wire";
import { outputOf, parametersOf } from "../catalog/parameters";
import { decided, named } from "../checked";
import type { MakeModule } from "../make/app";
import { CUSTOMER_SCOPES } from "./customerScopes";
import type { RequestDirective } from "../make/communication";
import { servedBy } from "../rpcs/names";
import { FIND_CUSTOMER } from "./customerRequests";

/** The contact comes from a Xero module, which has the organisation. */
const OF_XERO = ["contact_id", "organisation_id"];
const given = outputOf(operation);

const decide: RequestDirective = {
  temp: { wanted: "{{customerWanted(parameters)}}" },
  response: decided("temp.wanted"),
};

/** Nothing is sent: what is to be written is decided once the record is found, or none is. */
const plan: RequestDirective = {
  temp: { plan: "{{customerPlan(temp.wanted, temp.found, now)}}" },
  condition: "{{!temp.wanted.problem}}",
  response: { ...decided("temp.plan"), output: "{{temp.plan.output}}" },
};

const write: RequestDirective = {
  temp: { record: "{{temp.wanted.name}}" },
  condition: "{{!!temp.plan.path}}",
  url: `/crm/objects/${VERSION}/{{temp.plan.path}}`,
  method: "{{if(temp.plan.creates, 'POST', 'PATCH')}}",
  body: { properties: "{{temp.plan.properties}}" },
  response: {
    valid: named("body.id"),
    output:
      "{{customerResult(temp.wanted, body, temp.plan.properties, temp.found)}}",
  },
};

export const upsertHubspotCustomer: MakeModule = {
  id: "upsertHubspotCustomer",
  label: "Create or update a customer",
  description:
    "Creates a new HubSpot company or contact for a Xero contact, or updates an existing one if it is linked or matches.",
  service: "hubspot",
  group: "Customers",
  type: "action",
  crud: "create",
  communication: [decide, ...FIND_CUSTOMER, plan, write],
  mappableParams: [
    {
      name: "contact",
      type: "any",
      label: "Contact data",
      help: 'Map the contact data of the module "Get a contact".',
      required: true,
    },
    ...parametersOf(
      operation.fields.filter(({ key }) => !OF_XERO.includes(key)),
      servedBy("hubspot"),
    ),
  ],
  interface: [
    ...given.interface,
    { name: "linked", type: "boolean", label: "Linked now" },
  ],
  samples: { ...given.samples, linked: false },
  scope: CUSTOMER_SCOPES,
};
