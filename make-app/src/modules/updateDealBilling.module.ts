import { updateDealBilling as operation } from "@hubspot-xero/shared/catalog/updateDealBilling";
import { HUBSPOT_API_VERSION as VERSION } from "@hubspot-xero/shared/hubspot/wire";
import { MESSAGE, REFUSALS } from "../base";
import { outputOf, parametersOf } from "../catalog/parameters";
import { decided } from "../checked";
import type { MakeModule } from "../make/app";
import type { RequestDirective } from "../make/communication";
import { servedBy } from "../rpcs/names";
import { NOTE_SCOPES, noteOnDeal } from "./noteOnDeal";

/** Which fields of the Zapier action are about the note. */
const OF_NOTE = new Set(["add_note", "event_id"]);

/** Nothing is sent: what cannot be written ends the module here. */
const decide: RequestDirective = {
  temp: {
    written:
      "{{dealProperties(parameters.invoice, connection.timeZone, now, parameters)}}",
  },
  response: decided("temp.written"),
};

const write: RequestDirective = {
  temp: {
    record:
      "the deal of invoice {{ifempty(parameters.invoice.number, temp.written.invoiceId)}}",
  },
  condition: "{{!temp.written.problem}}",
  url: `/crm/objects/${VERSION}/deals/{{encodeURL(ifempty(parameters.dealId, temp.written.invoiceId))}}`,
  method: "PATCH",
  qs: { idProperty: "{{if(parameters.dealId, undefined, 'xero_invoice_id')}}" },
  body: { properties: "{{temp.written.properties}}" },
  response: {
    error: {
      ...REFUSALS,
      "404": {
        message: `{{if(parameters.dealId, ${MESSAGE}, 'No deal has invoice ' + ifempty(parameters.invoice.number, temp.written.invoiceId) + '. Nothing was changed; invoices that were not made from a deal need no update.')}}`,
        type: "DataError",
      },
    },
    temp: {
      dealId: "{{body.id}}",
      note: "{{dealNote(temp.written, parameters.eventId)}}",
    },
    output: "{{temp.written.output}}",
  },
};

export const updateDealBilling: MakeModule = {
  id: "updateDealBilling",
  label: "Update a deal",
  description:
    "Updates a deal with the state, amounts and dates of its Xero invoices.",
  service: "hubspot",
  group: "Deals",
  type: "action",
  crud: "update",
  communication: [decide, write, ...noteOnDeal()],
  mappableParams: [
    {
      name: "invoice",
      type: "any",
      label: "Invoice data",
      help: "Map the invoice data of a Xero module of this app, or several of one deal from an array aggregator.",
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
    {
      name: "repeatingIds",
      type: "text",
      label: "Repeating invoice IDs",
      help: "Map them from the module that created repeating invoices.",
    },
    {
      name: "repeatingMark",
      type: "text",
      label: "Repeating invoice mark",
      help: "Map it from the module that created repeating invoices.",
    },
    ...parametersOf(
      operation.fields.filter(({ key }) => OF_NOTE.has(key)),
      servedBy("hubspot"),
    ),
  ],
  ...outputOf(operation),
  scope: NOTE_SCOPES,
};
