import { paymentReceived as operation } from "@hubspot-xero/shared/catalog/paymentReceived";
import { outputOf } from "../catalog/parameters";
import type { MakeModule } from "../make/app";
import { changesOf } from "./xeroChanges";

/** What Xero's lists of payments do not carry: `Search invoices` gives it as it stands when the scenario gets there. */
const OF_INVOICE = [
  "invoice_reference",
  "invoice_status",
  "invoice_total",
  "amount_paid",
  "amount_due",
  "deal_id",
  "deal_url",
];

/** Make tells what is new by the instant of the change alone, so a payment comes again when anything about it changes. */
export const watchPayments: MakeModule = {
  id: "watchPayments",
  label: "Watch payments",
  description:
    "Triggers when a payment from a customer is received, changed or reversed.",
  service: "xero",
  group: "Payments",
  type: "trigger",
  ...changesOf({
    collection: "{{capitalize(parameters.kind)}}",
    list: "get(body, capitalize(parameters.kind))",
    where: "{{paymentFilter(parameters.kind)}}",
    record: "payments",
    events: "paymentEvents(parameters.kind, body)",
    label:
      "{{item.paidOn}} {{item.amount}} {{item.currency}} {{item.customerName}}",
    parameters: [
      {
        name: "kind",
        type: "select",
        label: "Kind",
        help: "Overpayments and prepayments are money that is not set against an invoice yet.",
        required: true,
        default: "payments",
        options: [
          { label: "Payments on invoices", value: "payments" },
          { label: "Overpayments", value: "overpayments" },
          { label: "Prepayments", value: "prepayments" },
        ],
      },
    ],
  }),
  ...outputOf(operation, OF_INVOICE),
};
