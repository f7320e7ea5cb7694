import { endRepeatingInvoices as operation } from "@hubspot-xero/shared/catalog/endRepeatingInvoices";
import { outputOf } from "../catalog/parameters";
import { decided } from "../checked";
import { MOST_ENDS } from "../functions/endRepeating";
import type { MakeModule } from "../make/app";
import type { RequestDirective } from "../make/communication";
import { organisation, TENANT, XERO } from "./organisation";
import { findRepeating, invoicesOfDeal } from "./repeatingRequests";

const repeating = "parameters.repeating";
const isWanted = "!temp.wanted.problem";

/** Nothing is sent: what cannot be run at all ends here. */
const decide: RequestDirective = {
  temp: { wanted: `{{endWanted(${repeating})}}` },
  response: decided("temp.wanted"),
};

/** Xero makes no more invoices from it; those that it made stay. */
const endOne = (number: number): RequestDirective => {
  const ended = `temp.repeating.running[${number}]`;
  return {
    temp: {
      record: `repeating invoice {{${ended}.reference}} of deal "{{${repeating}.deal.name}}"`,
    },
    condition: `{{length(temp.repeating.running) >= ${number}}}`,
    url: `${XERO}/RepeatingInvoices/{{encodeURL(${ended}.id)}}`,
    method: "POST",
    headers: TENANT,
    body: {
      RepeatingInvoices: [
        { RepeatingInvoiceID: `{{${ended}.id}}`, Status: "DELETED" },
      ],
    },
    response: { output: null },
  };
};

const tell: RequestDirective = {
  condition: `{{${isWanted}}}`,
  response: {
    output: `{{endRepeatingResult(${repeating}, temp.repeating.running, temp.invoices)}}`,
  },
};

export const endRepeatingInvoices: MakeModule = {
  id: "endRepeatingInvoices",
  label: "End repeating invoices",
  description:
    "Ends the repeating invoices of a HubSpot deal; the invoices that they made stay.",
  service: "xero",
  group: "Invoices",
  type: "action",
  communication: [
    decide,
    findRepeating({
      condition: isWanted,
      // Without the deal's key: somebody may have changed the reference of one that stands on the deal.
      where: 'Type=="ACCREC"',
      judge: `runningRepeating(${repeating}, body.RepeatingInvoices)`,
    }),
    ...Array.from({ length: MOST_ENDS }, (_, index) => endOne(index + 1)),
    invoicesOfDeal(`${repeating}.deal.id`, isWanted),
    tell,
  ],
  mappableParams: [
    { ...organisation(), mode: "edit" },
    {
      name: "repeating",
      type: "any",
      label: "Repeating data",
      help: 'Map the repeating data of the module "End billing of a deal".',
      required: true,
    },
  ],
  ...outputOf(operation),
};
