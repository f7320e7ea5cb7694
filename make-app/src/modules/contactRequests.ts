import { MOST_MERGES } from "@hubspot-xero/shared/flows/findOrCreateContact";
import { checked, named } from "../checked";
import type { RequestDirective } from "../make/communication";
import { TENANT, XERO } from "./organisation";

/** Creates `temp.contact`. PUT, because POST with a name that exists would overwrite that contact. */
export const CREATE_CONTACT: RequestDirective = {
  url: `${XERO}/Contacts`,
  method: "PUT",
  headers: {
    ...TENANT,
    "Idempotency-Key":
      "{{sha256('contact|' + parameters.organisationId + '|' + createJSON(temp.contact))}}",
  },
  qs: { summarizeErrors: true },
  body: { Contacts: ["{{temp.contact}}"] },
};

/**
 * Finds a customer's Xero contact, or creates it. A customer with a stored contact costs no request. Leaves
 * `temp.found` (with `contactId` where one was found) and `temp.createdContactId`.
 * @param customer an IML path to the customer
 * @param condition an IML expression: whether there is anything to find
 * @param judge the function that finds the contact in the answer, or a problem
 */
export function findOrCreateContact(
  customer: string,
  condition: string,
  judge = "matchedContact",
): RequestDirective[] {
  const isSought = `${condition} && !${customer}.xeroContactId`;
  const judged = (before: string): RequestDirective["response"] => {
    const match = `${judge}(${customer}, body.Contacts, parameters, ${before})`;
    return {
      valid: checked(match),
      temp: { found: `{{${match}}}` },
      output: null,
    };
  };
  return [
    {
      temp: {
        record: "contacts for the customer",
        filter: `{{contactFilter(${customer})}}`,
      },
      condition: `{{${isSought}}}`,
      url: `${XERO}/Contacts`,
      headers: TENANT,
      qs: {
        where: "{{temp.filter.where}}",
        includeArchived: true,
        page: 1,
        // A summary does not tell where a contact was merged to.
        summaryOnly: false,
      },
      response: judged("undefined"),
    },
    ...followMerged("contacts for the customer", judged("temp.before")),
    {
      temp: {
        record: `the contact {{${customer}.name}}`,
        contact: `{{contactBody(${customer})}}`,
      },
      ...CREATE_CONTACT,
      condition: `{{${isSought} && !temp.found.contactId}}`,
      response: {
        valid: named("body.Contacts[1].ContactID"),
        temp: { createdContactId: "{{body.Contacts[1].ContactID}}" },
        output: null,
      },
    },
  ];
}

/**
 * Reads the contact that `temp.found.next` names, and the next one from there, as often as merges are followed; the
 * response sees what was found before as `temp.before`, and leaves `temp.found`.
 */
export function followMerged(
  record: string,
  response: RequestDirective["response"],
): RequestDirective[] {
  return Array.from({ length: MOST_MERGES }, () => ({
    temp: { record, before: "{{temp.found}}" },
    condition: "{{!!temp.found.next}}",
    url: `${XERO}/Contacts/{{encodeURL(temp.found.next)}}`,
    headers: TENANT,
    response,
  }));
}

/** The contact that {@link findOrCreateContact} settled on. */
export const contactId = (customer: string): string =>
  `ifempty(${customer}.xeroContactId, ifempty(temp.found.contactId, temp.createdContactId))`;

/** How it was settled on: `stored`, `matched` or `created`. */
export const contactOutcome = (customer: string): string =>
  `if(${customer}.xeroContactId, 'stored', if(temp.found.contactId, 'matched', 'created'))`;
