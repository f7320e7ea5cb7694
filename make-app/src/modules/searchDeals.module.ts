import { findDeal as operation } from "@hubspot-xero/shared/catalog/findDeal";
import { HUBSPOT_API_VERSION as VERSION } from "@hubspot-xero/shared/hubspot/wire";
import { outputOf, parametersOf } from "../catalog/parameters";
import { checked, decided } from "../checked";
import { ACCOUNT } from "../connections/hubspotAccount";
import type { MakeModule } from "../make/app";
import type { RequestDirective } from "../make/communication";
import { servedBy } from "../rpcs/names";
import { LIMIT } from "./paging";
import { repeatingData } from "./repeatingData";

const found = "foundDeals(body.results, temp.account)";
const named = "namedDeals(body.results, temp.account, parameters.invoice)";
const isWanted = "!temp.wanted.problem";

/** @param body an IML path to what the first page was asked with */
const after = (body: string): RequestDirective["pagination"] => ({
  body: {
    "{{...}}": `{{${body}}}`,
    after: "{{body.paging.next.after}}",
  },
  condition: "{{!!body.paging.next.after}}",
});

const given = outputOf(operation);

export const searchDeals: MakeModule = {
  id: "searchDeals",
  label: "Search deals",
  description:
    "Returns a list of deals filtered by the ID or the number of their Xero invoice.",
  service: "hubspot",
  group: "Deals",
  type: "search",
  communication: [
    {
      temp: { wanted: "{{dealsWanted(parameters)}}" },
      response: decided("temp.wanted"),
    },
    {
      temp: { record: "{{temp.wanted.name}}", account: ACCOUNT },
      condition: `{{${isWanted} && !temp.wanted.isOfSchedule}}`,
      url: `/crm/objects/${VERSION}/deals/{{temp.wanted.path}}`,
      method: "POST",
      body: "{{temp.wanted.body}}",
      response: {
        valid: checked(found),
        temp: { isFound: "{{length(body.results) > 0}}" },
        iterate: `{{get(${found}, 'found')}}`,
        output: "{{item}}",
        limit: "{{parameters.limit}}",
      },
      pagination: after("temp.wanted.body"),
    },
    {
      temp: { record: "the deal of the invoice", account: ACCOUNT },
      condition: `{{${isWanted} && !!temp.wanted.ofDeal && !temp.isFound}}`,
      url: `/crm/objects/${VERSION}/deals/batch/read`,
      method: "POST",
      body: "{{temp.wanted.ofDeal}}",
      response: {
        valid: checked(named),
        iterate: `{{get(${named}, 'found')}}`,
        output: "{{item}}",
        limit: "{{parameters.limit}}",
      },
      pagination: after("temp.wanted.ofDeal"),
    },
  ],
  mappableParams: [
    ...parametersOf(operation.fields, servedBy("hubspot")),
    {
      name: "invoice",
      type: "any",
      label: "Invoice data",
      help: "Map it besides the invoice: the deal of an invoice that a repeating invoice made is found by it.",
    },
    LIMIT,
  ],
  interface: [...given.interface, ...repeatingData.interface],
  samples: { ...given.samples, ...repeatingData.samples },
};
