import {
  COMPANY_PROPERTIES,
  CONTACT_PROPERTIES,
  DEAL_PROPERTIES,
  LINE_ITEM_PROPERTIES,
} from "@hubspot-xero/shared/hubspot/properties";
import { HUBSPOT_API_VERSION as VERSION } from "@hubspot-xero/shared/hubspot/wire";
import { createInvoiceFromDeal } from "@hubspot-xero/shared/catalog/createInvoiceFromDeal";
import { dealEnteredStage } from "@hubspot-xero/shared/catalog/dealEnteredStage";
import { interfaceOf, parametersOf, samplesOf } from "../catalog/parameters";
import { checked } from "../checked";
import { ACCOUNT } from "../connections/hubspotAccount";
import { LINE_BATCHES } from "../functions/openDeal";
import type { MakeModule } from "../make/app";
import type { RequestDirective } from "../make/communication";
import { servedBy } from "../rpcs/names";
import { ID_IS_SOUND, soundId } from "./soundId";

const OBJECTS = `/crm/objects/${VERSION}`;
const opened = "openDeal(temp.deal, temp.account, parameters)";

/** Which fields of the Zapier action decide what is billed, rather than how. */
const FIELDS = new Set(["deal_id", "once_per", "stage_entry_id", "reference"]);
/** Fields of the trigger that only an event has. */
const OF_EVENTS = new Set([
  "id",
  "stage_name",
  "entered_at",
  "billing_problem",
]);

const readDeal: RequestDirective = {
  temp: { record: "deal {{parameters.dealId}}", account: ACCOUNT },
  condition: `{{${ID_IS_SOUND}}}`,
  url: `${OBJECTS}/deals/{{encodeURL(parameters.dealId)}}`,
  qs: {
    properties: DEAL_PROPERTIES.join(","),
    associations: "line_items,companies,contacts",
  },
  response: {
    valid: checked("openDeal(body, temp.account, parameters)"),
    temp: { deal: "{{body}}" },
    output:
      "{{get(dealForBilling(openDeal(body, temp.account, parameters), connection.timeZone, now), 'output')}}",
  },
};

/** The lines of a deal, a hundred in each request. */
const readLines = (batch: number): RequestDirective => {
  const asked = `temp.opened.lineBatches[${batch}]`;
  return {
    temp: { record: "the lines of the deal", opened: `{{${opened}}}` },
    condition: `{{length(${asked}) > 0}}`,
    url: `${OBJECTS}/line_items/batch/read`,
    method: "POST",
    body: { inputs: `{{${asked}}}`, properties: [...LINE_ITEM_PROPERTIES] },
    response: {
      valid: checked(`checkLines(temp.opened, ${asked}, body.results)`),
      temp: {
        lines: "{{merge(ifempty(temp.lines, emptyarray), body.results)}}",
      },
      output: null,
    },
  };
};

const readCompany: RequestDirective = {
  temp: { record: "the company that pays" },
  condition: "{{!!temp.opened.companyId}}",
  url: `${OBJECTS}/companies/{{temp.opened.companyId}}`,
  qs: { properties: COMPANY_PROPERTIES.join(",") },
  response: {
    valid: checked("checkCompany(temp.opened, body)"),
    temp: { company: "{{body}}" },
    output: null,
  },
};

/** The person who pays, or those through whom a company without a stored Xero contact is reached. */
const readPeople: RequestDirective = {
  temp: { record: "the contacts of the deal" },
  condition:
    "{{length(temp.opened.people) > 0 && !temp.company.properties.xero_contact_id}}",
  url: `${OBJECTS}/contacts/batch/read`,
  method: "POST",
  body: {
    inputs: "{{temp.opened.people}}",
    properties: [...CONTACT_PROPERTIES],
  },
  response: {
    valid: checked("checkPeople(temp.opened, body.results)"),
    temp: { people: "{{body.results}}" },
    output: null,
  },
};

/** Left before anything is written to Xero, so that a run that breaks off is known to the next one. */
const leaveMark: RequestDirective = {
  temp: {
    record: "deal {{parameters.dealId}}",
    billed:
      "{{dealForBilling(temp.opened, connection.timeZone, now, temp.lines, temp.company, temp.people)}}",
  },
  condition: "{{!temp.opened.isDone && !!temp.billed.marks}}",
  url: `${OBJECTS}/deals/{{temp.deal.id}}`,
  method: "PATCH",
  body: { properties: "{{temp.billed.marks}}" },
  response: { output: "{{temp.billed.output}}" },
};

const withoutMark: RequestDirective = {
  condition: "{{!temp.opened.isDone && !temp.billed.marks}}",
  response: { output: "{{temp.billed.output}}" },
};

export const getDealForBilling: MakeModule = {
  id: "getDealForBilling",
  label: "Get a deal for billing",
  description:
    "Returns information about a specific deal by its ID, with its payer and lines, and marks it as being billed.",
  service: "hubspot",
  group: "Deals",
  type: "action",
  crud: "read",
  communication: [
    soundId("parameters.dealId", "HubSpot"),
    readDeal,
    ...Array.from({ length: LINE_BATCHES }, (_, index) => readLines(index + 1)),
    readCompany,
    readPeople,
    leaveMark,
    withoutMark,
  ],
  mappableParams: [
    ...parametersOf(
      createInvoiceFromDeal.fields.filter(({ key }) => FIELDS.has(key)),
      servedBy("hubspot"),
    ),
    {
      name: "inBatch",
      type: "boolean",
      label: "In a batch",
      help: 'Switch on where "Bulk create invoices" follows.',
    },
    {
      name: "repeating",
      type: "boolean",
      label: "Recurring lines apart",
      help: 'Switch on where "Create a repeating invoice from a deal" follows.',
    },
  ],
  interface: [
    ...interfaceOf(
      dealEnteredStage.output.filter(({ key }) => !OF_EVENTS.has(key)),
      dealEnteredStage.sample,
    ),
    { name: "alreadyInvoiced", type: "boolean", label: "Already invoiced" },
    { name: "invoiceNumber", type: "text", label: "Xero invoice number" },
    {
      name: "hasRecurringLines",
      type: "boolean",
      label: "Has recurring lines",
    },
    { name: "billing", type: "any", label: "Billing data" },
  ],
  samples: {
    ...samplesOf(dealEnteredStage.sample, OF_EVENTS),
    alreadyInvoiced: false,
    hasRecurringLines: false,
    billing: {
      key: "HS-49301844761",
      reference: "HS-49301844761",
      timeZone: "Europe/London",
    },
  },
};
