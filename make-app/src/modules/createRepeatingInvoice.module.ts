import { createRepeatingInvoiceFromDeal as operation } from "@hubspot-xero/shared/catalog/createRepeatingInvoiceFromDeal";
import { outputOf } from "../catalog/parameters";
import { checked, decided, named } from "../checked";
import { MOST_SCHEDULES } from "../functions/repeatingPlan";
import type { MakeModule } from "../make/app";
import type { RequestDirective } from "../make/communication";
import {
  contactId,
  contactOutcome,
  findOrCreateContact,
} from "./contactRequests";
import { isOfStep } from "./dealInvoiceFields";
import { createDealInvoice, findEarlierInvoice } from "./dealInvoiceRequests";
import { invoiceForDeal } from "./invoiceOutput";
import { readOrganisation, TENANT, XERO, xeroParameters } from "./organisation";
import { findRepeating, invoicesOfDeal } from "./repeatingRequests";

const billing = "parameters.billing";
const customer = `${billing}.customer`;
const isOpen = "temp.wanted.isOpen";
const isInvoiceDue = `${isOpen} && !!temp.plan.oneTime`;
/** Where everything stands, no contact is needed: it may be archived by now. */
const isAnyDue = `${isOpen} && (length(temp.plan.missing) > 0 || (!!temp.plan.oneTime && !temp.existing))`;

const planOf = (taxRates: string) =>
  `repeatingPlan(parameters, organisationSettings(temp.answers, ${taxRates}, 'Deal "' + ${billing}.deal.name + '"', ${billing}.deal.currency), temp.repeating.standing, now)`;

/** Nothing is sent: what cannot be run at all ends here. */
const decide: RequestDirective = {
  temp: { wanted: "{{repeatingWanted(parameters, now)}}" },
  response: decided("temp.wanted"),
};

/** Xero writes to the contact that is stored in HubSpot; one that is searched comes with its address. */
const checkStored: RequestDirective = {
  temp: { record: "the contact of the customer" },
  condition: `{{${isAnyDue} && temp.wanted.isSent && !!${customer}.xeroContactId}}`,
  url: `${XERO}/Contacts/{{encodeURL(${customer}.xeroContactId)}}`,
  headers: TENANT,
  response: {
    valid: checked(`storedReachable(${customer}, body.Contacts)`),
    output: null,
  },
};

/** PUT, because the API makes a repeating invoice but never changes one. */
const createOne = (number: number): RequestDirective => ({
  temp: {
    record: `the repeating invoice for deal "{{${billing}.deal.name}}"`,
    next: `{{repeatingRequest(temp.plan, ${number}, parameters, ${contactId(customer)})}}`,
  },
  condition: `{{${isOpen} && length(temp.plan.missing) >= ${number}}}`,
  url: `${XERO}/RepeatingInvoices`,
  method: "PUT",
  headers: { ...TENANT, "Idempotency-Key": "{{sha256(temp.next.key)}}" },
  qs: { summarizeErrors: true },
  body: "{{temp.next.body}}",
  response: {
    valid: named("body.RepeatingInvoices[1].RepeatingInvoiceID"),
    temp: {
      made: "{{merge(ifempty(temp.made, emptyarray), body.RepeatingInvoices)}}",
    },
    output: null,
  },
});

/** An invoice of the whole deal, of a run that broke off before, would bill the recurring lines too. */
const findHidden: RequestDirective = {
  ...invoicesOfDeal(
    `${billing}.deal.id`,
    `${isOpen} && temp.plan.mayHideInvoice`,
  ),
  temp: {
    record: "the invoices of the deal",
    plan: `{{if(${isOpen}, ${planOf("temp.taxRates")}, undefined)}}`,
  },
  response: {
    valid: checked(`noHiddenInvoice(${billing}, body.Invoices)`),
    output: null,
  },
};

/** What Xero billed as soon as a schedule was made belongs to the deal as well. */
const findBilled = invoicesOfDeal(
  `${billing}.deal.id`,
  `${isOpen} && temp.plan.hasBegun`,
);

const tell: RequestDirective = {
  temp: {
    told: {
      standing: "{{temp.repeating.standing}}",
      plan: "{{temp.plan}}",
      made: "{{temp.made}}",
      existing: "{{temp.existing}}",
      created: "{{temp.created}}",
      invoices: "{{temp.invoices}}",
      contact: {
        contactId: `{{${contactId(customer)}}}`,
        outcome: `{{${contactOutcome(customer)}}}`,
      },
    },
  },
  response: { output: `{{repeatingResult(${billing}, temp.told)}}` },
};

const given = outputOf(operation);

export const createRepeatingInvoice: MakeModule = {
  id: "createRepeatingInvoice",
  label: "Create a repeating invoice from a deal",
  description:
    "Creates a new repeating invoice for each schedule of a HubSpot deal that was read for billing, and an invoice for its one-time lines; a deal is never billed twice.",
  service: "xero",
  group: "Invoices",
  type: "action",
  crud: "create",
  communication: [
    decide,
    findRepeating({
      condition: "!temp.wanted.problem",
      where: "{{temp.wanted.where}}",
      judge: `standingRepeating(${billing}.deal.id, body.RepeatingInvoices)`,
    }),
    ...readOrganisation({
      condition: isOpen,
      currency: `${billing}.deal.currency`,
      hasItems: `length(map(ifempty(${billing}.lineItems, emptyarray), 'sku')) > 0`,
      decide: planOf("body.TaxRates"),
    }),
    findHidden,
    findEarlierInvoice({ condition: isInvoiceDue, temp: {}, output: null }),
    checkStored,
    ...findOrCreateContact(customer, isAnyDue, "repeatingContact"),
    createDealInvoice({
      condition: isInvoiceDue,
      plan: "temp.plan.oneTime",
      contactId: contactId(customer),
      output: null,
    }),
    ...Array.from({ length: MOST_SCHEDULES }, (_, index) =>
      createOne(index + 1),
    ),
    findBilled,
    tell,
  ],
  mappableParams: xeroParameters(operation.fields.filter(isOfStep), [
    {
      name: "billing",
      type: "any",
      label: "Billing data",
      help: 'Map the billing data of the module "Get a deal for billing". Recurring lines apart must be on there.',
      required: true,
    },
  ]),
  interface: [
    ...given.interface,
    ...invoiceForDeal.interface,
    {
      name: "repeatingIds",
      type: "text",
      label: "Repeating invoice IDs",
    },
    { name: "repeatingMark", type: "text", label: "Repeating invoice mark" },
  ],
  samples: {
    ...given.samples,
    repeatingIds: "7c1d0a52-93be-4f0e-8a67-2b4e6d9f1c38",
    repeatingMark: "done|1|2026-11-23",
  },
};
