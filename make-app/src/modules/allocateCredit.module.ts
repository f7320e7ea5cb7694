import { allocateCredit as operation } from "@hubspot-xero/shared/catalog/allocateCredit";
import type { Field } from "@hubspot-xero/shared/catalog/field";
import { outputOf, parametersOf } from "../catalog/parameters";
import { checked, decided } from "../checked";
import type { MakeModule } from "../make/app";
import type { RequestDirective } from "../make/communication";
import { invoiceData } from "./invoiceOutput";
import { servedBy } from "../rpcs/names";
import { organisation, TENANT, XERO } from "./organisation";
import { salesInvoiceRequest } from "./salesInvoiceRequest";

const given = outputOf(operation);

/** The list of credits depends on their type, so both appear once the organisation is chosen. */
const isOfCredit = ({ key }: Field) => key.startsWith("credit_");
const isNotOfCredit = (field: Field) =>
  !isOfCredit(field) && field.key !== "organisation_id";
const shown = (isWanted: (field: Field) => boolean) =>
  parametersOf(operation.fields.filter(isWanted), servedBy("xero"));

const isSound = "!temp.step.problem";
const isNew = `${isSound} && temp.planned.plan.outcome = 'allocated'`;
const planned = "allocationPlan(statusCode, body, temp.step, temp.invoice)";

/** Nothing is sent: what is wrong with the fields themselves ends the module here. */
const decide: RequestDirective = {
  temp: { step: "{{allocationWanted(parameters, now)}}" },
  response: decided("temp.step"),
};

/** What a run that broke off, or an earlier one, set against the invoice stands in the credit itself. */
const readCredit: RequestDirective = {
  temp: {
    record:
      "{{replace(parameters.creditType, '_', ' ')}} {{parameters.creditId}}",
  },
  condition: `{{${isSound}}}`,
  url: `${XERO}/{{temp.step.collection}}/{{encodeURL(temp.step.creditId)}}`,
  headers: TENANT,
  qs: { unitdp: 4 },
  response: {
    valid: checked(planned, "(statusCode < 400 || statusCode = 404)"),
    temp: { planned: `{{${planned}}}` },
    output: `{{allocationResult(${planned}, temp.invoice)}}`,
  },
};

const checkDate: RequestDirective = {
  temp: { record: "the organisation" },
  condition: `{{${isNew}}}`,
  url: `${XERO}/Organisation`,
  headers: TENANT,
  response: {
    valid: checked("checkAllocatedOn(temp.planned, body.Organisations)"),
    output: null,
  },
};

/** Two runs at once send the same key, and Xero makes one allocation of them. */
const write: RequestDirective = {
  temp: {
    record:
      "{{replace(temp.step.type, '_', ' ')}} {{ifempty(temp.planned.credit.number, temp.planned.credit.id)}} on {{ifempty(temp.invoice.number, temp.invoice.id)}}",
  },
  condition: `{{${isNew}}}`,
  url: `${XERO}/{{temp.step.collection}}/{{temp.planned.credit.id}}/Allocations`,
  method: "PUT",
  headers: {
    ...TENANT,
    "Idempotency-Key":
      "{{sha256(parameters.organisationId + '|' + temp.planned.key)}}",
  },
  body: { Allocations: ["{{temp.planned.body}}"] },
  response: { output: "{{allocationResult(temp.planned, temp.invoice)}}" },
};

export const allocateCredit: MakeModule = {
  id: "allocateCredit",
  label: "Create an allocation",
  description:
    "Creates a new allocation of a customer's credit note, overpayment or prepayment to an invoice; the same one is never made twice.",
  service: "xero",
  group: "Credit notes",
  type: "action",
  crud: "create",
  communication: [
    decide,
    salesInvoiceRequest("salesInvoice", {
      condition: isSound,
      output: () => null,
    }),
    readCredit,
    checkDate,
    write,
  ],
  mappableParams: [organisation(shown(isOfCredit)), ...shown(isNotOfCredit)],
  interface: [...given.interface, ...invoiceData.interface],
  samples: { ...given.samples, ...invoiceData.samples },
};
