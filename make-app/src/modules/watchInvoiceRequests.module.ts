import { invoiceRequested as operation } from "@hubspot-xero/shared/catalog/invoiceRequested";
import { HUBSPOT_API_VERSION as VERSION } from "@hubspot-xero/shared/hubspot/wire";
import { outputOf } from "../catalog/parameters";
import { checked } from "../checked";
import { ACCOUNT } from "../connections/hubspotAccount";
import { REQUEST_READS } from "../functions/invoiceRequests";
import type { MakeModule } from "../make/app";
import type { RequestDirective } from "../make/communication";
import { LIMIT } from "./paging";

const DEALS = `/crm/objects/${VERSION}/deals`;
const events = "invoiceRequests(body.results, temp.account, now, temp.read)";
const requested = "requestedDeals(body.results)";

/** One request when nobody asks: its empty list is then what the trigger hands out. */
const find: RequestDirective = {
  temp: { record: "deals that ask for an invoice", account: ACCOUNT },
  url: `${DEALS}/search`,
  method: "POST",
  body: "{{requestQuery(data.lastDate)}}",
  response: {
    valid: checked(requested),
    temp: { requested: `{{${requested}}}` },
    iterate: "{{emptyarray}}",
  },
};

/**
 * When the request was made stands in the history of the property, which a search does not tell. The last batch hands
 * out the events of all.
 */
const read = (batch: number) =>
  ({
    condition: `{{length(temp.requested.bodies) >= ${batch}}}`,
    url: `${DEALS}/batch/read`,
    method: "POST",
    body: `{{temp.requested.bodies[${batch}]}}`,
    response: {
      valid: checked(events),
      temp: { read: "{{merge(ifempty(temp.read, emptyarray), body.results)}}" },
      iterate: `{{if(length(temp.requested.bodies) = ${batch}, get(${events}, 'events'), emptyarray)}}`,
      output: "{{item}}",
      limit: "{{parameters.limit}}",
      trigger: {
        type: "date",
        order: "desc",
        id: "{{item.id}}",
        date: "{{item.requestedAt}}",
      },
    },
  }) satisfies RequestDirective;

export const watchInvoiceRequests: MakeModule = {
  id: "watchInvoiceRequests",
  label: "Watch invoice requests",
  description: operation.description,
  service: "hubspot",
  group: "Deals",
  type: "trigger",
  communication: [
    find,
    ...Array.from({ length: REQUEST_READS }, (_, index) => read(index + 1)),
  ],
  // One request, so a choice shows when the deal changed last: not before its request.
  epoch: {
    temp: find.temp,
    url: find.url,
    method: find.method,
    body: "{{requestQuery()}}",
    response: {
      valid: checked(requested),
      iterate: "{{body.results}}",
      limit: 50,
      output: {
        label: "{{item.properties.dealname}}",
        date: "{{item.properties.hs_lastmodifieddate}}",
      },
    },
  },
  staticParams: [{ ...LIMIT, required: true }],
  // Payer and lines come with the deal that is read for billing.
  ...outputOf(operation, ["billing_problem", "customer", "line_items"]),
};
