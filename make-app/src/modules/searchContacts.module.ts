import { findXeroContact as operation } from "@hubspot-xero/shared/catalog/findXeroContact";
import { outputOf } from "../catalog/parameters";
import { checked, decided } from "../checked";
import type { MakeModule } from "../make/app";
import { TENANT, XERO, xeroParameters } from "./organisation";
import { LIMIT, nextPage, PAGE } from "./paging";

const found =
  "contactFound(temp.wanted.customer, body.Contacts, parameters, now)";

/** By the same rule as invoices find their contact: several that could be meant are an error, because one would be the wrong customer. */
export const searchContacts: MakeModule = {
  id: "searchContacts",
  label: "Search contacts",
  description:
    "Returns a list of contacts filtered by e-mail address or name: the one that an invoice would go to, or none.",
  service: "xero",
  group: "Contacts",
  type: "search",
  communication: [
    {
      temp: { wanted: "{{contactWanted(parameters)}}" },
      response: decided("temp.wanted"),
    },
    {
      temp: { record: "contacts for {{temp.wanted.name}}" },
      condition: "{{!temp.wanted.problem}}",
      url: `${XERO}/Contacts`,
      headers: TENANT,
      qs: {
        where: "{{temp.wanted.where}}",
        includeArchived: true,
        page: 1,
        pageSize: PAGE,
        summaryOnly: false,
      },
      response: {
        valid: checked(found),
        iterate: `{{get(${found}, 'found')}}`,
        output: "{{contactResult(item)}}",
        limit: "{{parameters.limit}}",
      },
      pagination: nextPage("body.Contacts"),
    },
  ],
  mappableParams: xeroParameters(operation.fields).concat(LIMIT),
  ...outputOf(operation),
};
