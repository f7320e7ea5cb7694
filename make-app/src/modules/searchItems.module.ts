import { findItem as operation } from "@hubspot-xero/shared/catalog/findItem";
import { outputOf } from "../catalog/parameters";
import { checked, decided } from "../checked";
import type { MakeModule } from "../make/app";
import { TENANT, XERO, xeroParameters } from "./organisation";
import { LIMIT } from "./paging";

const given = outputOf(operation);
const found = "foundItems(temp.wanted, body.Items)";

export const searchItems: MakeModule = {
  id: "searchItems",
  label: "Search items",
  description: "Returns a list of items filtered by code or name.",
  service: "xero",
  group: "Items",
  type: "search",
  communication: [
    {
      temp: { wanted: "{{itemsWanted(parameters)}}" },
      response: decided("temp.wanted"),
    },
    {
      temp: { record: "{{temp.wanted.record}}" },
      condition: "{{!temp.wanted.problem}}",
      url: `${XERO}/Items`,
      headers: TENANT,
      qs: { where: "{{temp.wanted.where}}", unitdp: 4 },
      response: {
        valid: checked(found),
        iterate: `{{get(${found}, 'found')}}`,
        output: "{{item}}",
        limit: "{{parameters.limit}}",
      },
      // Xero lists items as a whole, and Make wants to be told.
      pagination: { condition: "{{false}}" },
    },
  ],
  mappableParams: xeroParameters(operation.fields).concat(LIMIT),
  interface: given.interface,
  samples: given.samples,
};
