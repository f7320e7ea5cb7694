import { contactChanges } from "@hubspot-xero/shared/customer/contactChanges";
import { contactOutput } from "@hubspot-xero/shared/customer/contactOutput";
import {
  describeCustomer,
  type Customer,
} from "@hubspot-xero/shared/customer/customer";
import { notCarried } from "@hubspot-xero/shared/customer/lostInXero";
import {
  customerFilter,
  matchCustomer,
  mergedAway,
  readCustomerMatch,
} from "@hubspot-xero/shared/customer/matchCustomer";
import { readSyncFields } from "@hubspot-xero/shared/customer/syncFields";
import { readXeroInstant } from "@hubspot-xero/shared/date/xeroDate";
import {
  customerFromFields,
  withMappedFields,
} from "@hubspot-xero/shared/flows/customerFromFields";
import { mayCreate } from "@hubspot-xero/shared/flows/hubspotCustomers";
import { refuseArchived } from "@hubspot-xero/shared/flows/upsertXeroContact";
import { text, type Input } from "@hubspot-xero/shared/input/input";
import { checkId } from "@hubspot-xero/shared/transport/send";
import type { XeroContact } from "@hubspot-xero/shared/xero/wire";
import { attempt } from "./attempt";
import type { CustomerData } from "./customerEvents";
import { mergedTo, type Followed } from "./mergedContact";
import { checkNotOvertaken } from "./overtaken";
import { storedContact } from "./presentContact";
import { readList } from "./readList";

/** The customer of the fields and how to find it, or what is missing; nothing is sent before. */
export function contactWanted(parameters: Input) {
  return attempt(() => {
    readCustomerMatch(parameters);
    readSyncFields(parameters);
    mayCreate(parameters);
    const record = parameters["customer"] as CustomerData | undefined;
    const customer: CustomerData = {
      ...(record
        ? withMappedFields(record, parameters)
        : customerFromFields(parameters)),
      xeroContactId: text(parameters, "contactId") ?? record?.xeroContactId,
    };
    checkId(customer.xeroContactId, "Xero");
    return {
      customer,
      where: customerFilter(customer),
      name: describeCustomer(customer),
    };
  });
}

/**
 * The customer's Xero contact among those found, and what must be written to it; a contact that was merged is followed
 * to the one that is left. Neither where it is to be created; a problem when a person must decide.
 * @param before what an earlier answer gave, where a merged contact is followed
 */
export function contactFound(
  customer: CustomerData,
  given: readonly XeroContact[] | undefined,
  parameters: Input,
  now: Date | string,
  before: Followed = {},
) {
  return attempt(() => {
    const found = readList(given, "contacts");
    const { xeroContactId } = customer;
    const id = before.next ?? xeroContactId;
    const contact = id
      ? storedContact(found, id)
      : (mergedAway(customer, found) ??
        matchCustomer(customer, found, readCustomerMatch(parameters)));
    if (!contact) {
      const outcome = mayCreate(parameters) ? undefined : "missing";
      return { found: [], outcome, toCreate: !outcome };
    }
    const next = mergedTo(contact, before);
    if (next) return { found: [], ...next };
    refuseArchived(contact, customer);
    const isLinked = Boolean(xeroContactId);
    const changes = contactChanges(customer, contact, {
      isLinked,
      keepsNumber: isLinked,
      only: readSyncFields(parameters),
    });
    if (Object.keys(changes).length > 0) refuseNewer(customer, contact, now);
    const { merges = 0 } = before;
    return { found: [contact], contact, ...written(changes), merges };
  });
}

function refuseNewer(
  customer: CustomerData,
  { UpdatedDateUTC, Name = "", ContactID = "" }: XeroContact,
  now: Date | string,
): void {
  const changedAt = UpdatedDateUTC && readXeroInstant(UpdatedDateUTC);
  checkNotOvertaken(customer.readAt, changedAt, now, {
    source: `the ${describeCustomer(customer)}`,
    target: `The Xero contact "${Name}" (${ContactID})`,
  });
}

const written = (changes: XeroContact) => ({
  changes,
  changedFields: Object.keys(changes).join(", "),
});

/** A contact as the modules hand it out. */
export function contactResult(contact: XeroContact) {
  return contactOutput(contact);
}

/** What `Create or update a contact` hands out; nothing where no contact was found. */
export function upsertedContact(
  outcome: "created" | "updated" | "unchanged" | "missing",
  contact: XeroContact | undefined,
  changedFields: string,
  customer: Customer,
  parameters: Input,
) {
  if (outcome === "missing") return { outcome, changedFields };
  // A new contact gets every field.
  const only = outcome === "created" ? undefined : readSyncFields(parameters);
  return (
    contact && {
      outcome,
      ...contactOutput(contact),
      changedFields,
      notCarried: notCarried(customer, only),
    }
  );
}
