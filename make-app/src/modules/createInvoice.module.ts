import { createInvoice as operation } from "@hubspot-xero/shared/catalog/createInvoice";
import { outputOf } from "../catalog/parameters";
import { checked, decided, named } from "../checked";
import type { MakeModule } from "../make/app";
import type { RequestDirective } from "../make/communication";
import {
  contactId,
  contactOutcome,
  findOrCreateContact,
} from "./contactRequests";
import { invoiceData } from "./invoiceOutput";
import { readOrganisation, TENANT, XERO, xeroParameters } from "./organisation";

const customer = "temp.asked.customer";
const contact = contactId(customer);
const isSound = "!temp.asked.problem";
const reference = "temp.plan.invoice.reference";
const existing = `invoiceOfReference(body.Invoices, ${reference}, ${contact})`;
const given = outputOf(operation);

/** Nothing is sent: what is wrong with the step itself ends the module here. */
const decide: RequestDirective = {
  temp: { asked: "{{checkMappedInvoice(parameters, now)}}" },
  response: decided("temp.asked"),
};

/** Make repeats failed runs after minutes or days, when Xero's own memory of the first is gone. */
const REFERENCE =
  "One for each invoice: by it, a run that is repeated finds what it made before. Without one, a run repeated after 6 minutes makes a second invoice, and two equal invoices within 6 minutes are one.";

const plan = (taxRates: string) =>
  `planMappedInvoice(parameters, organisationSettings(temp.answers, ${taxRates}, 'The invoice', temp.asked.currency), now)`;

/** A repeated run finds what the first one made. */
const findByReference: RequestDirective = {
  temp: {
    record: 'invoices with the reference "{{temp.asked.reference}}"',
    plan: `{{${plan("temp.taxRates")}}}`,
  },
  condition: `{{${isSound} && !!temp.asked.reference}}`,
  url: `${XERO}/Invoices`,
  headers: TENANT,
  qs: {
    where: `{{invoiceFilter(${reference}, ${contact})}}`,
    page: 1,
    unitdp: 4,
  },
  response: {
    valid: checked(existing),
    temp: { existing: `{{get(${existing}, 'invoice')}}` },
    output: `{{createdInvoiceResult(get(${existing}, 'invoice'), ${contactOutcome(customer)})}}`,
  },
};

/** Xero makes one invoice of two equal ones within 6 minutes. */
const createIt: RequestDirective = {
  temp: {
    record: "the invoice",
    body: `{{invoiceBody(temp.plan, ${contact})}}`,
  },
  condition: `{{${isSound} && !temp.existing}}`,
  url: `${XERO}/Invoices`,
  method: "PUT",
  headers: {
    ...TENANT,
    "Idempotency-Key":
      "{{sha256('invoice|' + parameters.organisationId + '|' + createJSON(temp.body))}}",
  },
  qs: { summarizeErrors: true, unitdp: 4 },
  body: "{{temp.body}}",
  response: {
    valid: named("body.Invoices[1].InvoiceID"),
    output: `{{createdInvoiceResult(body.Invoices[1], ${contactOutcome(customer)}, temp.plan)}}`,
  },
};

export const createInvoice: MakeModule = {
  id: "createInvoice",
  label: "Create an invoice",
  description:
    "Creates a new sales invoice for a customer from mapped fields and line items.",
  service: "xero",
  group: "Invoices",
  type: "action",
  crud: "create",
  communication: [
    decide,
    ...readOrganisation({
      condition: isSound,
      currency: "temp.asked.currency",
      hasItems: "temp.asked.hasItems",
      decide: plan("body.TaxRates"),
    }),
    ...findOrCreateContact(customer, isSound),
    findByReference,
    createIt,
  ],
  mappableParams: xeroParameters(
    operation.fields
      .filter(({ key }) => key !== "send_email")
      .map((field) =>
        field.key === "reference" ? { ...field, help: REFERENCE } : field,
      ),
  ),
  interface: [...given.interface, ...invoiceData.interface],
  samples: { ...given.samples, ...invoiceData.samples },
};
