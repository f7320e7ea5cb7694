import { createInvoice as operation } from "@hubspot-xero/shared/catalog/createInvoice";
import { outputOf } from "../catalog/parameters";
import type { MakeModule } from "../make/app";
import type { RequestDirective } from "../make/communication";
import { invoiceData } from "./invoiceOutput";
import { organisation, TENANT, XERO } from "./organisation";
import { salesInvoiceRequest } from "./salesInvoiceRequest";
import { ID_IS_SOUND, soundId } from "./soundId";

const GIVEN = [
  "outcome",
  "message",
  "invoice_id",
  "invoice_number",
  "status",
  "invoice_url",
];
const given = outputOf(
  operation,
  operation.output.map(({ key }) => key).filter((key) => !GIVEN.includes(key)),
);
const send: RequestDirective = {
  temp: { record: "the e-mail of {{temp.invoice.number}}" },
  condition: "{{!temp.invoice.sentToContact}}",
  url: `${XERO}/Invoices/{{temp.invoice.id}}/Email`,
  method: "POST",
  headers: TENANT,
  body: {},
  response: { output: "{{sentInvoiceResult('sent', temp.invoice)}}" },
};

export const emailInvoice: MakeModule = {
  id: "emailInvoice",
  label: "Send an invoice",
  description:
    "Sends an invoice to the e-mail addresses of its contact, unless Xero has sent it before.",
  service: "xero",
  group: "Invoices",
  type: "action",
  crud: "create",
  communication: [
    soundId("parameters.invoiceId", "Xero"),
    salesInvoiceRequest("invoiceToSend", {
      condition: ID_IS_SOUND,
      output: (invoice) => `{{sentInvoiceResult('already_sent', ${invoice})}}`,
    }),
    send,
  ],
  mappableParams: [
    organisation(),
    {
      name: "invoiceId",
      type: "text",
      label: "Invoice ID",
      help: "The ID or the number of a submitted, approved or paid invoice.",
      required: true,
    },
  ],
  interface: [...given.interface, ...invoiceData.interface],
  samples: {
    ...given.samples,
    outcome: "sent",
    message: "Invoice INV-0042 was sent to Harbour & Finch Ltd.",
    ...invoiceData.samples,
  },
};
