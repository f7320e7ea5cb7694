import { contactOutput } from "@hubspot-xero/shared/customer/contactOutput";
import { validation } from "@hubspot-xero/shared/error/connectorError";
import {
  mergedTooOften,
  MOST_MERGES,
} from "@hubspot-xero/shared/flows/findOrCreateContact";
import type { XeroContact } from "@hubspot-xero/shared/xero/wire";
import { attempt } from "./attempt";

/** A contact on the way to the one that is left of it. */
export interface Present {
  contact: XeroContact;
  /** Of all contacts on the way, the present one first. */
  ids: string[];
  /** The contact that is to be read next. */
  next?: string | undefined;
}

/**
 * A contact that was read by its ID; where it was merged into another, that one is to be read next.
 * @param before what was read on the way so far
 */
export function presentContact(
  id: string,
  found: readonly XeroContact[] | undefined,
  before?: Present,
) {
  return attempt((): Present => {
    const contact = storedContact(found, before?.next ?? id);
    const ids = [contact.ContactID ?? id, ...(before?.ids ?? [])];
    const next = contact.MergedToContactID || undefined;
    if (next && ids.length > MOST_MERGES) throw mergedTooOften(id);
    return { contact, ids, next };
  });
}

/** Xero also finds by contact number, and one number may be several contacts': the ID must be the one that was asked for. */
export function storedContact(
  found: readonly XeroContact[] | undefined,
  id: string,
): XeroContact {
  const contact = found?.find(
    ({ ContactID }) => ContactID?.toLowerCase() === id.toLowerCase(),
  );
  if (contact) return contact;
  throw validation(
    `Xero's answer is not about contact "${id.slice(0, 40)}". Map the ID of a Xero contact, or leave the field empty to search.`,
  );
}

/** A contact as it was read: what `Create or update a customer` takes. */
export interface ContactData extends Pick<Present, "contact" | "ids"> {
  readAt?: string;
}

/** What `Get a contact` hands out: the contact for people, and as data for `Create or update a customer`. */
export function presentContactResult(
  { contact, ids }: Present,
  now: Date | string,
) {
  const readAt = new Date(now).toISOString();
  return {
    ...contactOutput(contact),
    contact: { contact, ids, readAt } satisfies ContactData,
  };
}
