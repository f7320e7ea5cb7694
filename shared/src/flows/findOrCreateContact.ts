import {
  contactNumbers,
  describeCustomer,
  type Customer,
} from "../customer/customer";
import {
  customerFilter,
  matchCustomer,
  mergedAway,
  type CustomerMatch,
} from "../customer/matchCustomer";
import { writeContact } from "../customer/writeContact";
import { ConnectorError } from "../error/connectorError";
import type { XeroContact } from "../xero/wire";
import type { Context } from "./context";

export type ContactOutcome = "stored" | "matched" | "created";

export interface ResolvedContact {
  contactId: string;
  /** Unknown for a stored link, which is used without a look. */
  contact?: XeroContact;
  outcome: ContactOutcome;
}

/**
 * The Xero contact of a customer: the stored link, else one search, else a new contact.
 * A search that fails ends the flow: it never leads to a new contact.
 */
export async function findOrCreateContact(
  context: Pick<Context, "xero" | "digest">,
  customer: Customer,
  match: CustomerMatch,
): Promise<ResolvedContact> {
  return (
    (await findContact(context, customer, match)) ??
    createContact(context, customer, match)
  );
}

/** The stored link or the one match of a search; undefined when the contact is to be created. */
export async function findContact(
  context: Pick<Context, "xero">,
  customer: Customer,
  match: CustomerMatch,
  { whole = false } = {},
): Promise<ResolvedContact | undefined> {
  const stored = storedContact(customer);
  if (stored) return stored;
  const existing = await searchContact(context, customer, match, { whole });
  return existing && resolved(existing, "matched");
}

/** The contact that the HubSpot record names. */
export function storedContact({
  xeroContactId,
}: Customer): ResolvedContact | undefined {
  return xeroContactId
    ? { contactId: xeroContactId, outcome: "stored" }
    : undefined;
}

/** Creates the contact; where somebody made it a moment ago, that one is taken, or the refusal stands. */
export async function createContact(
  context: Pick<Context, "xero" | "digest">,
  customer: Customer,
  match: CustomerMatch,
): Promise<ResolvedContact> {
  const { xero, digest } = context;
  const contact = writeContact(customer);
  const key = digest(
    ["contact", xero.tenantId, JSON.stringify(contact)].join("|"),
  );
  const who = describeCustomer(customer);
  try {
    return resolved(await xero.createContact(contact, who, key), "created");
  } catch (error) {
    return takeExisting(context, customer, match, error);
  }
}

/** The contact that somebody made a moment ago, where Xero refused to create it for that; else the refusal is thrown. */
export async function takeExisting(
  context: Pick<Context, "xero">,
  customer: Customer,
  match: CustomerMatch,
  refusal: unknown,
): Promise<ResolvedContact> {
  if (!isTaken(refusal)) throw refusal;
  const made = await searchContact(context, customer, match);
  if (!made) throw refusal;
  return resolved(made, "matched");
}

/** The one Xero contact that is this customer, by one search; `whole` brings its phones and addresses along. */
export async function searchContact(
  { xero }: Pick<Context, "xero">,
  customer: Customer,
  match: CustomerMatch,
  { whole = false } = {},
): Promise<XeroContact | undefined> {
  const found = await xero.findContacts(
    customerFilter(customer),
    { whole },
    `contacts for ${describeCustomer(customer)}`,
  );
  return chooseContact({ xero }, customer, found, match);
}

/** The one of the contacts found for a customer that is it; undefined when it is to be created. */
export async function chooseContact(
  { xero }: Pick<Context, "xero">,
  customer: Customer,
  found: readonly XeroContact[],
  match: CustomerMatch,
): Promise<XeroContact | undefined> {
  const gone = mergedAway(customer, found) ?? archivedOne(customer, found);
  const next = gone && (gone.MergedToContactID ?? gone.ContactID);
  if (next) {
    const { contact } = await presentContact({ xero }, next, customer);
    if (contact.ContactID !== gone.ContactID) return contact;
  }
  return matchCustomer(customer, found, match);
}

/** The archived contact with the customer's number: summaries do not tell whether it was merged into another. */
function archivedOne(
  customer: Customer,
  found: readonly XeroContact[],
): XeroContact | undefined {
  const numbers = contactNumbers(customer);
  const linked = found.filter(({ ContactNumber }) =>
    numbers.includes(ContactNumber ?? ""),
  );
  return linked.every(({ ContactStatus }) => ContactStatus === "ARCHIVED")
    ? linked[0]
    : undefined;
}

/** More merges one after the other than this are no accident. */
export const MOST_MERGES = 5;

/**
 * A Xero contact as it is now. One that was merged into another is followed there: one call more for each merge.
 * @returns its status as Xero has it; `ids` of all contacts on the way, the present one first
 */
export async function presentContact(
  { xero }: Pick<Context, "xero">,
  contactId: string,
  customer?: Customer,
): Promise<{ contact: XeroContact; ids: string[] }> {
  const who = customer
    ? `the Xero contact of ${describeCustomer(customer)}`
    : `contact ${contactId}`;
  const ids: string[] = [];
  let next: string | undefined = contactId;
  for (let merge = 0; next && merge <= MOST_MERGES; merge += 1) {
    const contact: XeroContact = await xero.getContact(next, who);
    ids.unshift(contact.ContactID ?? next);
    next = contact.MergedToContactID;
    if (!next) return { contact, ids };
  }
  throw mergedTooOften(contactId);
}

/** Nobody merges so often: the way to the contact that is left is not followed to its end. */
export function mergedTooOften(contactId: string): ConnectorError {
  return new ConnectorError(
    "conflict",
    `Xero contact ${contactId} was merged again and again. Map the ID of the contact that is left.`,
    { vendor: "xero" },
  );
}

export function resolved(
  contact: XeroContact,
  outcome: ContactOutcome,
): ResolvedContact {
  if (contact.ContactID)
    return { contactId: contact.ContactID, contact, outcome };
  throw new ConnectorError(
    "server",
    "Xero's answer names no contact. Run this step again: nothing is made twice.",
    { vendor: "xero" },
  );
}

/** Xero's refusal of a contact number that another contact holds. */
export function isTaken(error: unknown): boolean {
  return (
    error instanceof ConnectorError &&
    error.kind === "validation" &&
    /contact number|already assigned/i.test(error.vendorText ?? "")
  );
}
