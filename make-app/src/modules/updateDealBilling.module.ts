import { updateDealBilling as operation } from "@hubspot-xero/shared/catalog/updateDealBilling";
import { HUBSPOT_API_VERSION as VERSION } from "@hubspot-xero/shared/hubspot/wire";
import { MESSAGE } from "../base";
import { interfaceOf, samplesOf } from "../catalog/parameters";
import type { MakeModule } from "../make/app";
import type { RequestDirective } from "../make/communication";

/** Nothing is sent: what cannot be written ends the module here. */
const decide: RequestDirective = {
  temp: {
    written:
      "{{dealProperties(parameters.invoice, connection.timeZone, now, parameters.syncMark)}}",
  },
  response: {
    valid: {
      condition: "{{!temp.written.problem}}",
      message: "{{temp.written.problem}}",
      type: "DataError",
    },
    output: null,
  },
};

const write: RequestDirective = {
  temp: { record: "the deal of invoice {{parameters.invoice.number}}" },
  condition: "{{!temp.written.problem}}",
  url: `/crm/objects/${VERSION}/deals/{{encodeURL(ifempty(parameters.dealId, temp.written.invoiceId))}}`,
  method: "PATCH",
  qs: { idProperty: "{{if(parameters.dealId, undefined, 'xero_invoice_id')}}" },
  body: { properties: "{{temp.written.properties}}" },
  response: {
    error: {
      message: `{{${MESSAGE}}}`,
      "404": {
        message: `{{if(parameters.dealId, ${MESSAGE}, 'No deal has invoice ' + ifempty(parameters.invoice.number, parameters.invoice.id) + '. Nothing was changed; invoices that were not made from a deal need no update.')}}`,
        type: "DataError",
      },
    },
    output: "{{temp.written.output}}",
  },
};

export const updateDealBilling: MakeModule = {
  id: "updateDealBilling",
  label: "Update a deal",
  description:
    "Updates a deal with the state, amounts and dates of its Xero invoice.",
  service: "hubspot",
  group: "Deals",
  type: "action",
  crud: "update",
  communication: [decide, write],
  mappableParams: [
    {
      name: "invoice",
      type: "any",
      label: "Invoice data",
      help: "Map the invoice data of a Xero module of this app, or several of the same deal from an array aggregator.",
      required: true,
    },
    {
      name: "dealId",
      type: "text",
      label: "Deal ID",
      help: "For a new invoice that the deal does not show yet. Left empty, the deal is found by its invoice.",
    },
    {
      name: "syncMark",
      type: "text",
      label: "Deal mark",
      help: "Map it from the module that created the invoice.",
    },
  ],
  interface: interfaceOf(operation.output, operation.sample),
  samples: samplesOf(operation.sample),
};
