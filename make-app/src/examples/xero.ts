import { billing } from "./decided";
import type { Given } from "./examples";
import { contact, invoice, NOW } from "./records";

const { customer } = billing;
const archived = { ...contact, ContactStatus: "ARCHIVED" };
const payment = {
  PaymentID: "8f0c2b61-35d4-4a0f-8d57-6c1b7a90e4d2",
  PaymentType: "ACCRECPAYMENT",
  Status: "AUTHORISED",
  Amount: 2400,
  Date: "/Date(1795392000000+0000)/",
  Invoice: { ...invoice, InvoiceID: invoice.InvoiceID },
  UpdatedDateUTC: "/Date(1795428930120+0000)/",
};
const known = {
  type: "company",
  name: contact.Name,
  email: contact.EmailAddress,
};

const readAt = "2026-11-23T08:00:00.000Z";
const changed = {
  ...contact,
  ContactStatus: "ACTIVE",
  UpdatedDateUTC: "/Date(1795428930120+0000)/",
};

/** Contacts, payments, lists and refusals of Xero. */
export const xero: Readonly<Record<string, readonly Given[]>> = {
  contactBody: [[customer], [undefined]],
  contactFilter: [[customer], [{ type: "company", name: "" }]],
  matchedContact: [
    [customer, [contact], {}],
    [customer, [], {}],
    [customer, [archived], {}],
    [customer, [{ ...contact, ContactID: "b" }], {}, { next: "b", merges: 1 }],
  ],
  contactWanted: [[{ name: "O'Neil", email: "o@neil.example" }], [{}]],
  contactFound: [
    [known, [contact], {}, NOW],
    [{ ...known, phone: "020 7946 0018", readAt }, [changed], {}, NOW],
    [known, [], {}, NOW],
    [known, undefined, {}, NOW],
  ],
  contactResult: [[contact]],
  upsertedContact: [
    ["unchanged", contact, "", known, {}],
    ["created", undefined, "", known, {}],
  ],
  paymentFilter: [["payments"], ["overpayments"], ["prepayments"]],
  paymentEvents: [
    ["payments", { Payments: [payment] }],
    ["payments", { Payments: [{ ...payment, Status: "DELETED" }] }],
    ["overpayments", {}],
  ],
  trackingChoices: [
    [
      [
        {
          TrackingCategoryID: "a",
          Name: "Region",
          Options: [{ TrackingOptionID: "b", Name: "North" }],
        },
      ],
    ],
  ],
  xeroProblem: [
    [400, {}, { Message: "A validation exception occurred" }, "the invoice"],
    [429, { "retry-after": "30" }, "", "the invoice"],
  ],
  errorType: [[200], [401], [404], [429], [503], [418]],
};
