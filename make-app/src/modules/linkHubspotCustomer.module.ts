import { customerType } from "@hubspot-xero/shared/catalog/customerSync";
import { HUBSPOT_API_VERSION as VERSION } from "@hubspot-xero/shared/hubspot/wire";
import { REFUSALS } from "../base";
import { parametersOf } from "../catalog/parameters";
import { decided } from "../checked";
import type { MakeModule } from "../make/app";
import { CUSTOMER_SCOPES } from "./customerScopes";
import { servedBy } from "../rpcs/names";

const message =
  "{{linkProblem(parameters, temp.wanted, statusCode, headers, body)}}";

/** Stores where a customer stands in Xero, so that from then on it is found without a search and can be renamed. */
export const linkHubspotCustomer: MakeModule = {
  id: "linkHubspotCustomer",
  label: "Update a customer link",
  description:
    "Updates a company or contact with the ID of its Xero contact; no two records can have the same.",
  service: "hubspot",
  group: "Customers",
  type: "action",
  crud: "update",
  communication: [
    {
      temp: { wanted: "{{linkWanted(parameters)}}" },
      response: decided("temp.wanted"),
    },
    {
      temp: { record: "{{temp.wanted.name}}" },
      condition: "{{!temp.wanted.problem}}",
      url: `/crm/objects/${VERSION}/{{temp.wanted.path}}`,
      method: "PATCH",
      body: { properties: "{{temp.wanted.properties}}" },
      response: {
        error: {
          ...REFUSALS,
          "400": { message, type: "DataError" },
          "409": { message, type: "DataError" },
        },
        output: "{{temp.wanted.output}}",
      },
    },
  ],
  mappableParams: [
    {
      name: "hubspotId",
      type: "text",
      label: "HubSpot record",
      help: "The ID of the company or contact.",
      required: true,
    },
    {
      name: "contactId",
      type: "text",
      label: "Xero contact",
      help: 'The ID that "Create or update a contact" gives.',
      required: true,
    },
    ...parametersOf([customerType], servedBy("hubspot")),
  ],
  interface: [
    { name: "type", type: "text", label: "Type" },
    { name: "hubspotId", type: "text", label: "HubSpot ID" },
    { name: "contactId", type: "text", label: "Contact ID" },
  ],
  samples: {
    type: "company",
    hubspotId: "30517120445",
    contactId: "5d3f1b77-0e4a-4f7e-8f0b-9c6a2f1d4e55",
  },
  scope: CUSTOMER_SCOPES,
};
