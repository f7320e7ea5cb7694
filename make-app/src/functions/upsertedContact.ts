import { contactChanges } from "@hubspot-xero/shared/customer/contactChanges";
import { contactOutput } from "@hubspot-xero/shared/customer/contactOutput";
import {
  describeCustomer,
  type Customer,
} from "@hubspot-xero/shared/customer/customer";
import {
  customerFilter,
  matchCustomer,
  readCustomerMatch,
} from "@hubspot-xero/shared/customer/matchCustomer";
import {
  ConnectorError,
  validation,
} from "@hubspot-xero/shared/error/connectorError";
import { customerFromFields } from "@hubspot-xero/shared/flows/customerFromFields";
import { text, type Input } from "@hubspot-xero/shared/input/input";
import type { XeroContact } from "@hubspot-xero/shared/xero/wire";
import { attempt } from "./attempt";

/** The customer of the fields and how to find it, or what is missing; nothing is sent before. */
export function contactWanted(parameters: Input) {
  return attempt(() => {
    readCustomerMatch(parameters);
    const customer: Customer = {
      ...customerFromFields(parameters),
      xeroContactId: text(parameters, "contactId"),
    };
    return {
      customer,
      where: customerFilter(customer),
      name: describeCustomer(customer),
    };
  });
}

/**
 * The customer's Xero contact among those found, and what must be written to it. Neither where it is to be created; a
 * problem when a person must decide.
 */
export function contactFound(
  customer: Customer,
  found: readonly XeroContact[] | undefined,
  parameters: Input,
) {
  return attempt(() => {
    if (!found)
      throw new ConnectorError(
        "server",
        "Xero's answer about contacts holds no list. Run this scenario again: nothing is made twice.",
      );
    const { xeroContactId } = customer;
    const contact = xeroContactId
      ? stored(found, xeroContactId)
      : matchCustomer(customer, found, readCustomerMatch(parameters));
    if (!contact) return { found: [] };
    const changes = contactChanges(customer, contact, {
      isLinked: Boolean(xeroContactId),
    });
    const changedFields = Object.keys(changes).join(", ");
    return { found: [contact], contact, changes, changedFields };
  });
}

/** Xero also finds by contact number, and one number may be several contacts': the ID must be the one that was asked for. */
function stored(found: readonly XeroContact[], id: string): XeroContact {
  const contact = found.find(
    ({ ContactID }) => ContactID?.toLowerCase() === id.toLowerCase(),
  );
  if (contact) return contact;
  throw validation(
    `Xero's answer is not about contact "${id.slice(0, 40)}". Map the ID of a Xero contact, or leave the field empty to search.`,
  );
}

/** A contact as the modules hand it out. */
export function contactResult(contact: XeroContact) {
  return contactOutput(contact);
}

/** What `Create or update a contact` hands out; nothing where no contact was found. */
export function upsertedContact(
  outcome: "created" | "updated" | "unchanged",
  contact: XeroContact | undefined,
  changedFields = "",
) {
  return contact && { outcome, ...contactOutput(contact), changedFields };
}
