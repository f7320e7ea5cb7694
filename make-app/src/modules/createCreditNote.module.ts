import { createCreditNote as operation } from "@hubspot-xero/shared/catalog/createCreditNote";
import { outputOf } from "../catalog/parameters";
import { checked, decided, named } from "../checked";
import type { MakeModule } from "../make/app";
import type { RequestDirective } from "../make/communication";
import { TENANT, XERO, xeroParameters } from "./organisation";
import { salesInvoiceRequest } from "./salesInvoiceRequest";

const isSound = "!temp.step.problem";
const isNew = `${isSound} && !temp.plan.existing`;
const plan = "creditPlan(temp.step, temp.invoice, body.CreditNotes, now)";
const INVOICE = "{{ifempty(temp.invoice.number, temp.invoice.id)}}";
const result = (judged: string, note: string, set?: string) =>
  `{{creditNoteResult(${[judged, note, "temp.invoice", ...(set ? [set] : [])].join(", ")})}}`;

/** Nothing is sent: what is wrong with the fields themselves ends the module here. */
const decide: RequestDirective = {
  temp: { step: "{{creditWanted(parameters)}}" },
  response: decided("temp.step"),
};

/** A run that broke off between the two writes is finished by the next one. */
const findEarlier: RequestDirective = {
  temp: {
    search: "{{creditSearch(temp.step, temp.invoice)}}",
    record: `earlier credit notes for ${INVOICE}`,
  },
  condition: `{{${isSound}}}`,
  url: `${XERO}/CreditNotes`,
  headers: TENANT,
  qs: { where: "{{temp.search.where}}", page: 1, unitdp: 4 },
  response: {
    valid: checked(plan),
    temp: { plan: `{{${plan}}}`, note: `{{get(${plan}, 'existing')}}` },
    output: result(plan, `get(${plan}, 'existing')`),
  },
};

const checkDate: RequestDirective = {
  temp: { record: "the organisation" },
  condition: `{{${isNew}}}`,
  url: `${XERO}/Organisation`,
  headers: TENANT,
  response: {
    valid: checked(
      "checkCreditDate(temp.plan.document, 'the credit note for ' + ifempty(temp.invoice.number, temp.invoice.id), body.Organisations)",
    ),
    output: null,
  },
};

/** Two runs at once send the same key, and Xero makes one credit note of them. */
const createIt: RequestDirective = {
  temp: { record: `the credit note for ${INVOICE}` },
  condition: `{{${isNew}}}`,
  url: `${XERO}/CreditNotes`,
  method: "PUT",
  headers: {
    ...TENANT,
    "Idempotency-Key":
      "{{sha256('credit-note|' + parameters.organisationId + '|' + createJSON(temp.plan.document))}}",
  },
  qs: { summarizeErrors: true, unitdp: 4 },
  body: { CreditNotes: ["{{temp.plan.document}}"] },
  response: {
    valid: named("body.CreditNotes[1].CreditNoteID"),
    temp: { note: "{{newCreditNote(body.CreditNotes[1])}}" },
    output: result("temp.plan", "newCreditNote(body.CreditNotes[1])"),
  },
};

/** Without a key: repeated, Xero refuses what exceeds the amounts that are left. */
const allocate: RequestDirective = {
  temp: {
    record: `credit note {{temp.note.number}} on ${INVOICE}`,
    set: "{{creditAllocation(temp.step, temp.note, temp.invoice, temp.plan.today)}}",
  },
  condition: `{{${isSound} && !!temp.set}}`,
  url: `${XERO}/CreditNotes/{{temp.note.id}}/Allocations`,
  method: "PUT",
  headers: TENANT,
  body: { Allocations: ["{{temp.set.body}}"] },
  response: { output: result("temp.plan", "temp.note", "temp.set") },
};

export const createCreditNote: MakeModule = {
  id: "createCreditNote",
  label: "Create a credit note",
  description:
    "Creates a new credit note for an invoice, or a part of it, and sets it against the invoice; the same one is never made twice.",
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
    findEarlier,
    checkDate,
    createIt,
    allocate,
  ],
  mappableParams: xeroParameters(operation.fields),
  ...outputOf(operation),
};
