import { updateDealBilling as operation } from "@hubspot-xero/shared/catalog/updateDealBilling";
import { HUBSPOT_API_VERSION as VERSION } from "@hubspot-xero/shared/hubspot/wire";
import { interfaceOf, samplesOf } from "../catalog/parameters";
import type { MakeModule } from "../make/app";

const written =
  "dealProperties(parameters.invoice, connection.timeZone, now, parameters.syncMark)";

export const updateDealBilling: MakeModule = {
  id: "updateDealBilling",
  label: "Update a deal",
  description:
    "Updates a deal with the state, amounts and dates of its Xero invoice.",
  service: "hubspot",
  group: "Deals",
  type: "action",
  crud: "update",
  communication: {
    temp: {
      written: `{{${written}}}`,
      record: "the deal of invoice {{parameters.invoice.number}}",
    },
    // Without a usable invoice no deal is named, and HubSpot is asked for none: it refuses the address.
    url: `/crm/objects/${VERSION}/deals/{{encodeURL(ifempty(parameters.dealId, temp.written.invoiceId))}}`,
    method: "PATCH",
    qs: {
      idProperty: "{{if(parameters.dealId, undefined, 'xero_invoice_id')}}",
    },
    body: { properties: "{{temp.written.properties}}" },
    response: { output: "{{temp.written.output}}" },
  },
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
      label: "Mark for the deal",
      help: "Map it from the module that created the invoice.",
    },
  ],
  interface: interfaceOf(operation.output),
  samples: samplesOf(operation.sample),
};
