import { createInvoiceFromDeal as operation } from "@hubspot-xero/shared/catalog/createInvoiceFromDeal";
import { interfaceOf, samplesOf } from "../catalog/parameters";
import { checked } from "../checked";
import type { MakeModule } from "../make/app";
import type { RequestDirective } from "../make/communication";
import {
  contactId,
  contactOutcome,
  findOrCreateContact,
} from "./contactRequests";
import { dealInvoiceFields } from "./dealInvoiceFields";
import {
  createDealInvoice,
  EARLIER_INVOICE,
  findEarlierInvoice,
} from "./dealInvoiceRequests";
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
    output: `{{dealInvoiceResult(${billing}, 'already_invoiced', body.Invoices[1])}}`,
  },
};

const findEarlier = findEarlierInvoice({
  condition: isOpen,
  temp: {
    plan: "{{planDealInvoice(parameters, organisationSettings(temp.answers, temp.taxRates, 'Deal \"' + parameters.billing.deal.name + '\"', parameters.billing.deal.currency), now)}}",
  },
  output: `{{dealInvoiceResult(${billing}, 'recovered', ${EARLIER_INVOICE})}}`,
});

const createIt = createDealInvoice({
  condition: isOpen,
  plan: "temp.plan",
  contactId: contactId(customer),
  output: `{{dealInvoiceResult(${billing}, 'created', body.Invoices[1], temp.plan, ${contactOutcome(customer)})}}`,
});

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
    readInvoiced,
    ...readOrganisation({
      condition: isOpen,
      check: "checkDealInvoice(parameters)",
      currency: `${billing}.deal.currency`,
      hasItems: `length(map(ifempty(${billing}.lineItems, emptyarray), 'sku')) > 0`,
      decide:
        "planDealInvoice(parameters, organisationSettings(temp.answers, body.TaxRates, 'Deal \"' + parameters.billing.deal.name + '\"', parameters.billing.deal.currency), now)",
    }),
    findEarlier,
    ...findOrCreateContact(customer, isNew),
    createIt,
  ],
  mappableParams: xeroParameters(dealInvoiceFields, [
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
