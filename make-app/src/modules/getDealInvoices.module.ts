import { checked, decided } from "../checked";
import type { MakeModule } from "../make/app";
import { dealSample } from "@hubspot-xero/shared/catalog/samples";
import { samplesOf } from "../catalog/parameters";
import { invoiceData } from "./invoiceOutput";
import { organisation } from "./organisation";
import { invoicesOfDeal } from "./repeatingRequests";

const repeating = "parameters.repeating";
const found = `dealInvoices(${repeating}, body.Invoices)`;
const request = invoicesOfDeal(`${repeating}.deal.id`, "!temp.wanted.problem");

export const getDealInvoices: MakeModule = {
  id: "getDealInvoices",
  label: "Get a deal's invoices",
  description:
    "Returns information about a specific deal by its repeating invoices: all invoices that bill it.",
  service: "xero",
  group: "Invoices",
  type: "action",
  crud: "read",
  communication: [
    {
      temp: { wanted: `{{dealInvoicesWanted(${repeating})}}` },
      response: decided("temp.wanted"),
    },
    {
      ...request,
      response: { valid: checked(found), output: `{{${found}}}` },
    },
  ],
  mappableParams: [
    { ...organisation(), mode: "edit" },
    {
      name: "repeating",
      type: "any",
      label: "Repeating data",
      help: 'Map the repeating data of the module "Search deals".',
      required: true,
    },
  ],
  interface: [
    { name: "dealId", type: "text", label: "Deal ID" },
    { name: "dealUrl", type: "text", label: "Deal link" },
    { name: "invoiceCount", type: "integer", label: "Number of invoices" },
    ...invoiceData.interface,
  ],
  samples: {
    ...samplesOf(dealSample),
    invoiceCount: 1,
    ...invoiceData.samples,
  },
};
