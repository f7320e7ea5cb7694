import { createInvoiceFromDeal as operation } from "@hubspot-xero/shared/catalog/createInvoiceFromDeal";
import { interfaceOf, samplesOf } from "../catalog/parameters";
import { checked, named } from "../checked";
import type { MakeModule } from "../make/app";
import type { RequestDirective } from "../make/communication";
import {
  contactId,
  contactOutcome,
  findOrCreateContact,
} from "./contactRequests";
import { readParts } from "./dealParts";
import { oneDealFields } from "./dealInvoiceFields";
import { invoiceForDeal } from "./invoiceOutput";
import { readOrganisation, TENANT, XERO, xeroParameters } from "./organisation";

const billing = "parameters.billing";
const customer = `${billing}.customer`;
const isOpen = `!${billing}.invoiced`;
const isNew = `${isOpen} && !temp.existing`;

/** An invoice that the deal shows already is read as it stands now. */
const readInvoiced: RequestDirective = {
  temp: { record: `invoice {{${billing}.deal.billing.invoiceId}}` },
  condition: `{{!!${billing}.invoiced}}`,
  url: `${XERO}/Invoices/{{encodeURL(${billing}.deal.billing.invoiceId)}}`,
  headers: TENANT,
  qs: { unitdp: 4 },
  response: {
    valid: checked(
      `salesInvoice(statusCode, body.Invoices, ${billing}.deal.billing.invoiceId)`,
      "(statusCode < 400 || statusCode = 404)",
    ),
    output: `{{dealInvoiceResult(${billing}, 'already_invoiced', body.Invoices[1], undefined, undefined, temp.parts)}}`,
  },
};

/** After an earlier attempt, of this run or of one before, the invoice may stand in Xero without being on the deal. */
const findEarlier: RequestDirective = {
  temp: {
    record: "earlier invoices of the deal",
    plan: "{{planDealInvoice(parameters, organisationSettings(temp.answers, temp.taxRates, 'Deal \"' + parameters.billing.deal.name + '\"', parameters.billing.deal.currency), now, temp.parts)}}",
  },
  condition: `{{${isOpen} && mayStand(${billing}, now)}}`,
  url: `${XERO}/Invoices`,
  headers: TENANT,
  qs: { where: `{{invoiceFilter(${billing}.reference)}}`, page: 1, unitdp: 4 },
  response: {
    valid: checked(`invoiceOfReference(body.Invoices, ${billing}.reference)`),
    temp: {
      existing: `{{get(invoiceOfReference(body.Invoices, ${billing}.reference), 'invoice')}}`,
    },
    output: `{{dealInvoiceResult(${billing}, 'recovered', get(invoiceOfReference(body.Invoices, ${billing}.reference), 'invoice'), undefined, undefined, temp.parts)}}`,
  },
};

/** Two runs of one attempt send the same key, and Xero makes one invoice of them. */
const createIt: RequestDirective = {
  temp: { record: `the invoice for deal "{{${billing}.deal.name}}"` },
  condition: `{{${isNew}}}`,
  url: `${XERO}/Invoices`,
  method: "PUT",
  headers: {
    ...TENANT,
    "Idempotency-Key": `{{invoiceKey(parameters.organisationId, ${billing})}}`,
  },
  qs: { summarizeErrors: true, unitdp: 4 },
  body: `{{invoiceBody(temp.plan, ${contactId(customer)})}}`,
  response: {
    valid: named("body.Invoices[1].InvoiceID"),
    output: `{{dealInvoiceResult(${billing}, 'created', body.Invoices[1], temp.plan, ${contactOutcome(customer)}, temp.parts)}}`,
  },
};

export const createInvoiceFromDeal: MakeModule = {
  id: "createInvoiceFromDeal",
  label: "Create an invoice from a deal",
  description:
    "Creates a new invoice for a HubSpot deal that was read for billing; a deal is never invoiced twice.",
  service: "xero",
  group: "Invoices",
  type: "action",
  crud: "create",
  communication: [
    // The balance takes the deposit off, and the figures of both add up on the deal.
    readParts(`${billing}.inParts`, `${billing}.deal.id`, {
      temp: { parts: "{{body.Invoices}}" },
      output: null,
    }),
    readInvoiced,
    ...readOrganisation({
      condition: isOpen,
      check: "checkDealInvoice(parameters)",
      currency: `${billing}.deal.currency`,
      hasItems: `length(map(ifempty(${billing}.lineItems, emptyarray), 'sku')) > 0`,
      decide:
        "planDealInvoice(parameters, organisationSettings(temp.answers, body.TaxRates, 'Deal \"' + parameters.billing.deal.name + '\"', parameters.billing.deal.currency), now, temp.parts)",
    }),
    findEarlier,
    ...findOrCreateContact(customer, isNew),
    createIt,
  ],
  mappableParams: xeroParameters(oneDealFields, [
    {
      name: "billing",
      type: "any",
      label: "Billing data",
      help: 'Map the billing data of the module "Get a deal for billing".',
      required: true,
    },
  ]),
  interface: [
    ...interfaceOf(operation.output, operation.sample),
    ...invoiceForDeal.interface,
  ],
  samples: { ...samplesOf(operation.sample), ...invoiceForDeal.samples },
};
