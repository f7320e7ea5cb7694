import { createInvoicesFromDeals as operation } from "@hubspot-xero/shared/catalog/createInvoicesFromDeals";
import { outputOf } from "../catalog/parameters";
import { checked, decided } from "../checked";
import { CONTACT_SEARCHES } from "../functions/dealsPlanned";
import { INVOICE_BATCHES } from "../functions/dealsInvoiced";
import { REFERENCE_SEARCHES } from "../functions/chooseDeals";
import type { MakeModule } from "../make/app";
import type { ImlValue, RequestDirective } from "../make/communication";
import type { Parameter } from "../make/parameter";
import { dealInvoiceFields } from "./dealInvoiceFields";
import { invoiceForDeal } from "./invoiceOutput";
import { readOrganisation, TENANT, XERO, xeroParameters } from "./organisation";

/** Of Xero's pages; more records than a run can be about. */
const LARGEST_PAGE = 1000;

/** What the module knows so far of its deals; each answer is added to it. */
const deals = "temp.deals";
const whileOpen = (call: string) => `{{if(${deals}.open, ${call}, ${deals})}}`;

const times = (
  count: number,
  request: (number: number) => RequestDirective,
): RequestDirective[] =>
  Array.from({ length: count }, (_, index) => request(index + 1));

/** Adds an answer to what is known, or ends the module with what stands against it. */
const adding = (call: string): RequestDirective["response"] => ({
  valid: checked(call),
  temp: { deals: `{{${call}}}` },
  output: null,
});

/** Nothing is sent: what cannot be run at all ends here. */
const choose: RequestDirective = {
  temp: { deals: "{{chooseDeals(parameters, now)}}" },
  response: decided(deals),
};

/** After an earlier attempt, of this run or of one before, an invoice may stand in Xero without being on its deal. */
const findEarlier = (number: number): RequestDirective => ({
  temp: { record: "earlier invoices of the deals" },
  condition: `{{length(${deals}.references) >= ${number}}}`,
  url: `${XERO}/Invoices`,
  headers: TENANT,
  qs: {
    where: `{{${deals}.references[${number}]}}`,
    page: 1,
    pageSize: LARGEST_PAGE,
    unitdp: 4,
  },
  response: adding(`dealsRecovered(${deals}, body.Invoices)`),
});

const findContacts = (number: number): RequestDirective => ({
  temp: {
    record: "contacts for the customers",
    ...(number === 1 && {
      deals: whileOpen(
        `dealsPlanned(${deals}, temp.answers, temp.taxRates, parameters, now)`,
      ),
    }),
  },
  condition: `{{length(${deals}.contactFilters) >= ${number}}}`,
  url: `${XERO}/Contacts`,
  headers: TENANT,
  qs: {
    where: `{{${deals}.contactFilters[${number}]}}`,
    order: "Name ASC",
    includeArchived: true,
    page: 1,
    pageSize: LARGEST_PAGE,
    // A summary does not tell where a contact was merged to.
    summaryOnly: false,
  },
  response: {
    valid: checked("listGiven(body.Contacts, temp.record)"),
    temp: {
      contacts: "{{merge(ifempty(temp.contacts, emptyarray), body.Contacts)}}",
    },
    output: null,
  },
});

/** PUT, because POST with a name that exists would overwrite that contact. */
const createContacts: RequestDirective = {
  temp: {
    record: "the new contacts",
    deals: whileOpen(`dealsMatched(${deals}, temp.contacts, parameters)`),
  },
  condition: `{{length(${deals}.newContacts) > 0}}`,
  url: `${XERO}/Contacts`,
  method: "PUT",
  headers: {
    ...TENANT,
    "Idempotency-Key": `{{sha256('contacts|' + parameters.organisationId + '|' + createJSON(${deals}.newContacts))}}`,
  },
  qs: { summarizeErrors: false },
  body: { Contacts: `{{${deals}.newContacts}}` },
  response: adding(`dealsWithContacts(${deals}, body.Contacts)`),
};

/** What Xero refuses of a batch is told element by element, and holds up nothing else. */
const createBatch = (number: number): RequestDirective => {
  const batch = `temp.batches[${number}]`;
  return {
    temp: {
      record: "the invoices",
      ...(number === 1 && {
        batches: `{{invoiceBatches(${deals}, parameters.organisationId)}}`,
      }),
    },
    condition: `{{length(temp.batches) >= ${number}}}`,
    url: `${XERO}/Invoices`,
    method: "PUT",
    headers: { ...TENANT, "Idempotency-Key": `{{${batch}.key}}` },
    qs: { summarizeErrors: false, unitdp: 4 },
    body: `{{${batch}.body}}`,
    response: adding(`dealsInvoiced(${deals}, ${batch}, body.Invoices)`),
  };
};

const tell: RequestDirective = {
  temp: { result: `{{dealsResult(${deals})}}` },
  response: { ...decided("temp.result"), output: "{{temp.result.output}}" },
};

/** There is no stage to run through: the deals are given. */
const given = outputOf(operation, ["more"]);
const forUpdate = (entry: Parameter): Parameter =>
  entry.name === "invoices"
    ? { ...entry, spec: [...(entry.spec ?? []), ...invoiceForDeal.interface] }
    : entry;
const [first, ...others] = given.samples["invoices"] as Record<
  string,
  ImlValue
>[];

export const createInvoices: MakeModule = {
  id: "createInvoices",
  label: "Bulk create invoices (advanced)",
  description:
    "Creates new invoices for up to 50 HubSpot deals that were read for billing; a deal is never invoiced twice.",
  service: "xero",
  group: "Invoices",
  type: "action",
  crud: "create",
  communication: [
    choose,
    ...times(REFERENCE_SEARCHES, findEarlier),
    ...readOrganisation({
      condition: `${deals}.open`,
      currency: `foreignCurrency(${deals}, temp.organisations)`,
      hasItems: `${deals}.hasItems`,
      decide: `dealsPlanned(${deals}, temp.answers, body.TaxRates, parameters, now)`,
    }),
    ...times(CONTACT_SEARCHES, findContacts),
    createContacts,
    ...times(INVOICE_BATCHES, createBatch),
    tell,
  ],
  mappableParams: xeroParameters(dealInvoiceFields, [
    {
      name: "deals",
      type: "any",
      label: "Billing data",
      help: 'Map the array of an array aggregator that collects the billing data of the module "Get a deal for billing". In a batch must be on there.',
      required: true,
    },
  ]),
  interface: given.interface.map(forUpdate),
  samples: {
    ...given.samples,
    invoices: [{ ...first, ...invoiceForDeal.samples }, ...others],
  },
};
