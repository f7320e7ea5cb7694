import { invoiceUpdated as operation } from "@hubspot-xero/shared/catalog/invoiceUpdated";
import { interfaceOf, samplesOf } from "../catalog/parameters";
import type { MakeModule } from "../make/app";
import { invoiceData } from "./invoiceOutput";
import { changesOf } from "./xeroChanges";

export const watchInvoices: MakeModule = {
  id: "watchInvoices",
  label: "Watch invoices",
  description: "Triggers when a sales invoice is created or updated.",
  service: "xero",
  group: "Invoices",
  type: "trigger",
  ...changesOf({
    collection: "Invoices",
    where: 'Type=="ACCREC"',
    record: "sales invoices",
    events: "invoiceEvents(body.Invoices, now)",
    label: "{{item.invoiceNumber}} {{item.customerName}}",
  }),
  interface: [
    ...interfaceOf(operation.output, operation.sample),
    ...invoiceData.interface,
  ],
  samples: { ...samplesOf(operation.sample), ...invoiceData.samples },
};
