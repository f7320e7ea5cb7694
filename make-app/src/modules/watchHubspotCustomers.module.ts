import {
  accountNumberProperty,
  taxNumberProperty,
} from "@hubspot-xero/shared/catalog/customerSync";
import { hubspotCustomerUpdated as operation } from "@hubspot-xero/shared/catalog/hubspotCustomerUpdated";
import { HUBSPOT_API_VERSION as VERSION } from "@hubspot-xero/shared/hubspot/wire";
import { outputOf, parametersOf } from "../catalog/parameters";
import { checked } from "../checked";
import type { MakeModule } from "../make/app";
import type { RequestDirective } from "../make/communication";
import { servedBy } from "../rpcs/names";
import { customerData } from "./customerData";
import { LIMIT } from "./paging";

/** What Make shows to choose a start from: as many as HubSpot gives at once. */
const CHOICES = 200;

const events = "customerEvents(parameters, body.results, now)";
const given = outputOf(operation);

/** One request when nothing changed. */
const request = (query: string): RequestDirective => ({
  temp: { record: "customers that changed", query: `{{${query}}}` },
  url: `/crm/objects/${VERSION}/{{temp.query.path}}/search`,
  method: "POST",
  body: "{{temp.query.body}}",
});

const response: RequestDirective["response"] = {
  valid: checked(events),
  iterate: `{{get(${events}, 'events')}}`,
};

export const watchHubspotCustomers: MakeModule = {
  id: "watchHubspotCustomers",
  label: "Watch customers",
  description:
    "Triggers when a HubSpot company or contact is created or updated.",
  service: "hubspot",
  group: "Customers",
  type: "trigger",
  communication: {
    ...request("customerQuery(parameters, data.lastDate, now)"),
    response: {
      ...response,
      output: "{{item}}",
      limit: "{{parameters.limit}}",
      trigger: {
        type: "date",
        order: "desc",
        id: "{{item.id}}",
        date: "{{item.updatedAt}}",
      },
    },
    pagination: {
      body: {
        "{{...}}": "{{temp.query.body}}",
        after: "{{body.paging.next.after}}",
      },
      condition: "{{!!body.paging.next.after}}",
    },
  },
  epoch: {
    ...request("customerQuery(parameters)"),
    response: {
      ...response,
      limit: CHOICES,
      output: { label: "{{item.name}}", date: "{{item.updatedAt}}" },
    },
  },
  staticParams: [
    { ...LIMIT, required: true },
    ...parametersOf(
      [...operation.fields, taxNumberProperty, accountNumberProperty],
      servedBy("hubspot"),
    ),
  ],
  interface: [...given.interface, ...customerData.interface],
  samples: { ...given.samples, ...customerData.samples },
};
