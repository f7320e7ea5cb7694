import type { XeroContact } from "../xero/wire";
import { changedFields } from "./changedFields";
import { contactNumber, type Customer } from "./customer";
import { writeContact } from "./writeContact";

/**
 * What must be written to a customer's Xero contact: the fields that differ. A contact that merely shares the e-mail
 * address keeps its name; a linked one follows HubSpot's.
 * @param isLinked whether its ID was known; a contact that carries the customer's number is linked as well
 */
export function contactChanges(
  customer: Customer,
  stored: XeroContact,
  { isLinked }: { isLinked: boolean },
): XeroContact {
  const { Name, ...rest } = changedFields(writeContact(customer), stored);
  const number = contactNumber(customer);
  const followsName =
    isLinked || (number !== undefined && stored.ContactNumber === number);
  return Name && followsName ? { Name, ...rest } : rest;
}
