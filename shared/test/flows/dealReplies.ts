import type { HubspotObject } from "../../src/hubspot/wire";
import type { XeroContact, XeroInvoice } from "../../src/xero/wire";
import {
  companyWire,
  contactWire,
  dealWire,
  lineWire,
  xeroContact,
  xeroInvoice,
} from "../builders";
import type { Reply } from "../scriptedSend";

/** The calls of an invoice from deal 701, as scripts and tests write them. */
export const GET_DEAL = "GET hubspot /crm/objects/deals/701";
export const READ_LINES = "POST hubspot /crm/objects/line_items/batch/read";
export const READ_COMPANY = "POST hubspot /crm/objects/companies/batch/read";
export const READ_PEOPLE = "POST hubspot /crm/objects/contacts/batch/read";
export const FIND_CONTACTS = "GET xero /Contacts";
export const PUT_CONTACT = "PUT xero /Contacts";
export const PATCH_DEAL = "PATCH hubspot /crm/objects/deals/701";
export const PUT_INVOICE = "PUT xero /Invoices";
export const FIND_INVOICES = "GET xero /Invoices";

type Properties = HubspotObject["properties"];

export const dealReply = (
  properties?: Properties,
  links?: Parameters<typeof dealWire>[1],
): Reply => ({ call: GET_DEAL, body: dealWire(properties, links) });

export const linesReply = (...lines: HubspotObject[]): Reply => ({
  call: READ_LINES,
  body: { results: lines.length ? lines : [lineWire()] },
});

/** The company; with a stored Xero contact nobody else is asked for. */
export const companyReply = (properties?: Properties): Reply => ({
  call: READ_COMPANY,
  body: { results: [companyWire(properties)] },
});

export const peopleReply = (properties?: Properties): Reply => ({
  call: READ_PEOPLE,
  body: { results: [contactWire(properties)] },
});

export const foundReply = (...contacts: XeroContact[]): Reply => ({
  call: FIND_CONTACTS,
  body: { Contacts: contacts },
});

export const newContactReply = (contact = xeroContact()): Reply => ({
  call: PUT_CONTACT,
  body: { Contacts: [contact] },
});

export const markReply: Reply = { call: PATCH_DEAL, body: { id: "701" } };
export const writeBackReply = markReply;

export const invoiceReply = (changes?: XeroInvoice): Reply => ({
  call: PUT_INVOICE,
  body: { Invoices: [xeroInvoice(changes)] },
});

export const earlierReply = (...invoices: XeroInvoice[]): Reply => ({
  call: FIND_INVOICES,
  body: { Invoices: invoices },
});

/** Xero's refusal of a document. */
export const refusal = (call: string, ...messages: string[]): Reply => ({
  call,
  status: 400,
  body: {
    ErrorNumber: 10,
    Type: "ValidationException",
    Message: "A validation exception occurred",
    Elements: [{ ValidationErrors: messages.map((Message) => ({ Message })) }],
  },
});
