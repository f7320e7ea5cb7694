import { findInvoice as operation } from "@hubspot-xero/shared/catalog/findInvoice";
import { outputOf } from "../catalog/parameters";
import { checked, decided } from "../checked";
import type { MakeModule } from "../make/app";
import { readParts } from "./dealParts";
import { invoiceData } from "./invoiceOutput";
import { TENANT, XERO, xeroParameters } from "./organisation";
import { LIMIT, nextPage, PAGE } from "./paging";

const given = outputOf(operation);
const found = "foundInvoices(temp.wanted, body.Invoices)";

export const searchInvoices: MakeModule = {
  id: "searchInvoices",
  label: "Search invoices",
  description:
    "Returns a list of sales invoices filtered by ID, number or reference, or the open ones of a contact, the oldest first.",
  service: "xero",
  group: "Invoices",
  type: "search",
  communication: [
    {
      temp: { wanted: "{{invoicesWanted(parameters)}}" },
      response: decided("temp.wanted"),
    },
    {
      temp: { record: "{{temp.wanted.name}}" },
      condition: "{{!temp.wanted.problem}}",
      url: `${XERO}/Invoices`,
      headers: TENANT,
      qs: {
        where: "{{temp.wanted.where}}",
        order: "{{temp.wanted.order}}",
        page: 1,
        pageSize: PAGE,
        unitdp: 4,
      },
      response: {
        valid: checked(found),
        temp: { seen: `{{${found}}}` },
        iterate: `{{get(${found}, 'found')}}`,
        output: "{{item}}",
        limit: "{{parameters.limit}}",
      },
      pagination: nextPage("body.Invoices"),
    },
    // The one invoice that was found bills a part of a deal, which shows the sum of its parts.
    {
      ...readParts("temp.seen.partsOf", "temp.seen.partsOf", {
        iterate: "{{get(foundParts(temp.seen, body.Invoices), 'found')}}",
        output: "{{item}}",
        limit: "{{parameters.limit}}",
      }),
      // A deal has two parts, and never a second page of them.
      pagination: { condition: "{{false}}" },
    },
  ],
  mappableParams: xeroParameters([
    {
      key: "invoice_id",
      label: "Invoice ID",
      help: "Map the ID; the fields below are then left aside.",
    },
    // A deal is read with the other connection: it gives the ID of its invoice.
    ...operation.fields.filter(
      ({ key }) => key !== "deal_id" && key !== "contact_id",
    ),
    {
      key: "contact_id",
      label: "Contact ID",
      help: "The contact's approved invoices with something due; the fields above come first.",
    },
  ]).concat(LIMIT),
  interface: [
    ...given.interface,
    { name: "amountDue", type: "number", label: "Amount due" },
    { name: "shownInvoiceId", type: "text", label: "Invoice on the deal" },
    ...invoiceData.interface,
  ],
  samples: {
    ...given.samples,
    amountDue: given.samples["total"]!,
    shownInvoiceId: given.samples["id"]!,
    ...invoiceData.samples,
  },
};
