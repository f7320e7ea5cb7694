import { setUpHubspot as operation } from "@hubspot-xero/shared/catalog/setUpHubspot";
import { PROPERTY_GROUP } from "@hubspot-xero/shared/hubspot/ownProperties";
import { OWN_TYPES } from "@hubspot-xero/shared/hubspot/setUpPlan";
import { HUBSPOT_API_VERSION as VERSION } from "@hubspot-xero/shared/hubspot/wire";
import { outputOf, parametersOf } from "../catalog/parameters";
import { checked, decided } from "../checked";
import type { MakeModule } from "../make/app";
import type { RequestDirective } from "../make/communication";
import { servedBy } from "../rpcs/names";

type OwnType = (typeof OWN_TYPES)[number];

const properties = (type: OwnType) => `/crm/properties/${VERSION}/${type}`;
const missing = (type: OwnType) => `temp.plan.missing.${type}`;
const isIncomplete = (type: OwnType) => `length(${missing(type)}) > 0`;

/** The group may be there although properties are missing: an earlier run broke off, or they are new. */
const readGroups = (type: OwnType): RequestDirective => ({
  temp: { record: `${type} property groups` },
  condition: `{{${isIncomplete(type)}}}`,
  url: `${properties(type)}/groups`,
  response: {
    temp: { [`${type}Groups`]: "{{map(body.results, 'name')}}" },
    output: null,
  },
});

const readProperties = (type: OwnType): RequestDirective => ({
  temp: { record: `${type} properties` },
  condition: "{{!temp.allowed.problem}}",
  url: properties(type),
  response: { temp: { [type]: "{{body.results}}" }, output: null },
});

const decide: RequestDirective = {
  temp: { plan: "{{setUpPlan(temp.deals, temp.companies, temp.contacts)}}" },
  response: decided("temp.plan"),
};

const createGroup = (type: OwnType): RequestDirective => ({
  temp: { record: `${type} property groups` },
  condition: `{{${isIncomplete(type)} && !contains(temp.${type}Groups, '${PROPERTY_GROUP.name}')}}`,
  url: `${properties(type)}/groups`,
  method: "POST",
  body: { ...PROPERTY_GROUP, displayOrder: -1 },
  response: { output: null },
});

const createProperties = (type: OwnType): RequestDirective => ({
  temp: { record: `${type} properties` },
  condition: `{{${isIncomplete(type)}}}`,
  url: `${properties(type)}/batch/create`,
  method: "POST",
  body: { inputs: `{{${missing(type)}}}` },
  response: {
    valid: checked(`setUpDone('${type}', ${missing(type)}, body)`),
    output: null,
  },
});

export const setUpHubspot: MakeModule = {
  id: "setUpHubspot",
  label: "Set up HubSpot",
  description: operation.description,
  service: "hubspot",
  group: "Setup",
  type: "action",
  communication: [
    {
      temp: { allowed: "{{setUpAllowed(parameters)}}" },
      response: decided("temp.allowed"),
    },
    ...OWN_TYPES.map(readProperties),
    decide,
    ...OWN_TYPES.map(readGroups),
    ...OWN_TYPES.flatMap((type) => [createGroup(type), createProperties(type)]),
    { response: { output: "{{temp.plan.output}}" } },
  ],
  mappableParams: parametersOf(operation.fields, servedBy("hubspot")),
  ...outputOf(operation),
};
