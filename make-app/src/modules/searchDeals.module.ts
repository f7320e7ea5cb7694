import { findDeal as operation } from "@hubspot-xero/shared/catalog/findDeal";
import { HUBSPOT_API_VERSION as VERSION } from "@hubspot-xero/shared/hubspot/wire";
import { outputOf, parametersOf } from "../catalog/parameters";
import { checked, decided } from "../checked";
import { ACCOUNT } from "../connections/hubspotAccount";
import type { MakeModule } from "../make/app";
import { servedBy } from "../rpcs/names";
import { LIMIT } from "./paging";

const found = "foundDeals(body.results, temp.account)";

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
      condition: "{{!temp.wanted.problem}}",
      url: `/crm/objects/${VERSION}/deals/{{temp.wanted.path}}`,
      method: "POST",
      body: "{{temp.wanted.body}}",
      response: {
        valid: checked(found),
        iterate: `{{get(${found}, 'found')}}`,
        output: "{{item}}",
        limit: "{{parameters.limit}}",
      },
      pagination: {
        body: {
          "{{...}}": "{{temp.wanted.body}}",
          after: "{{body.paging.next.after}}",
        },
        condition: "{{!!body.paging.next.after}}",
      },
    },
  ],
  mappableParams: parametersOf(operation.fields, servedBy("hubspot")).concat(
    LIMIT,
  ),
  ...outputOf(operation),
};
