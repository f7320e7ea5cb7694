import type { XeroContact } from "../xero/wire";
import { changedFields } from "./changedFields";
import { checkForXero } from "./checkForXero";
import {
  cleanCustomer,
  differingFields,
  flatCustomer,
  type CustomerField,
  type FlatCustomer,
} from "./cleanCustomer";
import { contactNumbers, type Customer } from "./customer";
import { pickFields } from "./pickFields";
import { definedOnly } from "../transport/definedOnly";
import { readXeroContact } from "./readXeroContact";
import { writeContact } from "./writeContact";

/**
 * What must be written to a customer's Xero contact: the fields that differ, compared in the form that both vendors
 * store. A contact that merely shares the e-mail address keeps its name; a linked one follows HubSpot's, unless it is a
 * person's and goes by a name of its own in Xero.
 * @param isLinked whether its ID was known; a contact that carries the customer's number is linked as well
 * @param keepsNumber leave the contact number alone: a contact that was merged into this one may still hold it
 * @param only the fields that the user wants; all where absent
 * @throws ConnectorError `validation` when Xero would refuse a field
 */
export function contactChanges(
  customer: Customer,
  stored: XeroContact,
  {
    isLinked,
    keepsNumber = false,
    only,
  }: {
    isLinked: boolean;
    keepsNumber?: boolean;
    only?: readonly CustomerField[] | undefined;
  },
): XeroContact {
  const present = flatCustomer(readXeroContact(stored));
  const numbers = contactNumbers(customer);
  const wanted = wantedFields(customer, present);
  const followsName =
    (isLinked || numbers.includes(stored.ContactNumber ?? "")) &&
    !hasOwnName(customer, present);
  const differing = differingFields(wanted, present).filter(
    (field) =>
      (!only || only.includes(field)) &&
      (field !== "name" || followsName) &&
      !(isNamePart(field) && isNamedAlike(customer, present)),
  );
  const picked = pickFields(cleanCustomer(customer), differing);
  checkForXero(picked);
  const { Name, Addresses, ...rest } = writeContact(picked);
  const changed = {
    ...(differing.includes("name") && { Name: wanted.name ?? Name }),
    ...rest,
    Addresses: Addresses?.map((address) => ({
      ...address,
      ...(differing.includes("street") && {
        // The street is one text in HubSpot: what stood in further lines is part of it, or gone.
        AddressLine2: address.AddressLine2 ?? "",
        AddressLine3: "",
        AddressLine4: "",
      }),
    })),
    ContactNumber: keepsNumber ? undefined : numbers[0],
  };
  const changes = changedFields(definedOnly(changed), stored);
  const isOfMerged = numbers.indexOf(stored.ContactNumber ?? "") > 0;
  return isOfMerged ? { ...changes, ContactNumber: numbers[0] } : changes;
}

/** A person's name is made of its parts; one that is missing in HubSpot stays as Xero has it. */
function wantedFields(customer: Customer, present: FlatCustomer): FlatCustomer {
  const flat = flatCustomer(customer);
  if (customer.type !== "contact" || flat.name !== personName(flat))
    return flat;
  const { firstName = present.firstName, lastName = present.lastName } = flat;
  return { ...flat, name: personName({ firstName, lastName }) };
}

const isNamePart = (field: CustomerField) =>
  field === "firstName" || field === "lastName";

const personName = ({ firstName, lastName }: FlatCustomer) =>
  [firstName, lastName].filter(Boolean).join(" ");

/**
 * A person's contact with a first or last name in Xero and yet another name goes by a trading name, which only a name
 * that was given to the step replaces.
 */
function hasOwnName(customer: Customer, stored: FlatCustomer): boolean {
  const flat = flatCustomer(customer);
  const isGiven = flat.name !== personName(flat);
  const name = personName(stored);
  return (
    customer.type === "contact" &&
    !isGiven &&
    name !== "" &&
    name !== stored.name
  );
}

/** Without a first and last name in Xero, the whole name says as much. */
function isNamedAlike(customer: Customer, stored: FlatCustomer): boolean {
  return (
    customer.type === "contact" &&
    personName(stored) === "" &&
    personName(flatCustomer(customer)) === stored.name
  );
}
