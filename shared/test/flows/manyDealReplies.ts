import type { XeroContact, XeroInvoice } from "../../src/xero/wire";
import { companyWire, contactWire, dealWire, lineWire } from "../builders";
import type { HubspotObject } from "../../src/hubspot/wire";
import type { Reply } from "../scriptedSend";

/** The calls of a run over many deals, as scripts and tests write them. */
export const UPDATE_DEALS = "POST hubspot /crm/objects/deals/batch/update";
export const READ_DEALS = "POST hubspot /crm/objects/deals/batch/read";
export const GET_CONTACTS = "GET xero /Contacts";
export const PUT_CONTACTS = "PUT xero /Contacts";
export const GET_INVOICES = "GET xero /Invoices";
export const PUT_INVOICES = "PUT xero /Invoices";

type Properties = HubspotObject["properties"];

const associated = (to: string, links: Record<string, string[]>): Reply => ({
  call: `POST hubspot /crm/associations/deals/${to}/batch/read`,
  body: {
    results: Object.entries(links).map(([from, ids]) => ({
      from: { id: from },
      to: ids.map((toObjectId) => ({
        toObjectId,
        associationTypes: [{ typeId: to === "companies" ? 5 : 1 }],
      })),
    })),
  },
});

const each = (ids: string[], of: (id: string) => string) =>
  Object.fromEntries(ids.map((id) => [id, [of(id)]]));

/**
 * Deals 701, 702... with line 801, 802... of 5 x 1000 and, unless told otherwise, company 501 reached through contact 601.
 * @param deals the properties of each by its id
 */
export function readReplies(
  deals: Record<string, Properties>,
  companies: Record<string, Properties> = { "501": {} },
): Reply[] {
  const ids = Object.keys(deals);
  const companyIds = Object.keys(companies);
  const companyOf = (id: string) =>
    companyIds[ids.indexOf(id) % companyIds.length] ?? "";
  const lineOf = (id: string) => `8${id.slice(1)}`;
  return [
    {
      call: READ_DEALS,
      body: {
        results: ids.map((id) => ({ ...dealWire(deals[id]), id })),
      },
    },
    associated("line_items", each(ids, lineOf)),
    associated("companies", each(ids, companyOf)),
    associated(
      "contacts",
      each(ids, () => "601"),
    ),
    {
      call: "POST hubspot /crm/objects/line_items/batch/read",
      body: { results: ids.map((id) => lineWire({}, lineOf(id))) },
    },
    {
      call: "POST hubspot /crm/objects/companies/batch/read",
      body: {
        results: companyIds.map((id) => ({
          ...companyWire(companies[id]),
          id,
        })),
      },
    },
    {
      call: "POST hubspot /crm/objects/contacts/batch/read",
      body: { results: [contactWire()] },
    },
  ];
}

export const updatedReply = (...ids: string[]): Reply => ({
  call: UPDATE_DEALS,
  body: { results: ids.map((id) => ({ id })) },
});

export const contactsReply = (
  contacts: XeroContact[],
  pageCount = 1,
): Reply => ({
  call: GET_CONTACTS,
  body: { Contacts: contacts, pagination: { page: 1, pageCount } },
});

export const foundInvoices = (...invoices: XeroInvoice[]): Reply => ({
  call: GET_INVOICES,
  body: { Invoices: invoices },
});

export const newInvoices = (...invoices: XeroInvoice[]): Reply => ({
  call: PUT_INVOICES,
  body: { Invoices: invoices },
});
