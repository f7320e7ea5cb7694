import type { Saved } from "./batch";
import type { Books } from "./books";
import { LONGEST_CONTACT_FIELDS } from "./contactData";
import type { PostedContact } from "./contactData";
import { RulesBroken } from "./errors";
import { omit } from "./omit";
import type { Transaction } from "./table";
import type { Address, Contact, Phone } from "./types";
import { folded } from "./where";
import { wireInstant } from "./wireDates";

export const NO_CONTACT_IDENTIFIER =
  "The Contact must contain at least 1 of the following elements to identify the contact: Name, ContactID, ContactNumber";

const ADDRESS_TYPES = ["STREET", "POBOX"];
const PHONE_TYPES = ["DEFAULT", "DDI", "FAX", "MOBILE"];
const MOST_PERSONS = 5;

/** Always makes a new contact: what PUT does. */
export function createContact(
  books: Books,
  posted: PostedContact,
  transaction: Transaction,
): Saved<Contact> {
  return write(books, posted, undefined, transaction);
}

/**
 * Changes the contact that ContactID, else ContactNumber, else an active Name points to, or makes a new one.
 * A name alone is enough to overwrite somebody else's details: this is how POST behaves.
 */
export function upsertContact(
  books: Books,
  posted: PostedContact,
  transaction: Transaction,
): Saved<Contact> {
  return write(books, posted, findPostedContact(books, posted), transaction);
}

export function findPostedContact(
  books: Books,
  posted: PostedContact,
): Contact | undefined {
  if (posted.ContactID) {
    const found = books.contacts.get(posted.ContactID);
    // Xero's text for an unknown id was not seen.
    if (!found)
      throw new RulesBroken([
        `The contact with ContactID '${posted.ContactID}' could not be found`,
      ]);
    return found;
  }
  return (
    (posted.ContactNumber
      ? findByNumber(books, posted.ContactNumber)
      : undefined) ??
    (posted.Name ? findActiveByName(books, posted.Name) : undefined)
  );
}

/** Several contacts may carry a number from before it had to be unique; Xero silently picks one. */
export function findByNumber(
  books: Books,
  number: string,
): Contact | undefined {
  const wanted = folded(number);
  return books.contacts
    .all()
    .find(({ ContactNumber }) => folded(ContactNumber ?? "") === wanted);
}

/** The stored contact with what is posted laid over it, after the rules. Nothing is written when one is broken. */
function write(
  books: Books,
  posted: PostedContact,
  existing: Contact | undefined,
  transaction: Transaction,
): Saved<Contact> {
  const messages = existing
    ? brokenStatusRules(existing, posted)
    : posted.Name || posted.ContactNumber
      ? []
      : [NO_CONTACT_IDENTIFIER];
  const contact = merged(books, posted, existing);
  messages.push(...brokenRules(books, contact));
  if (messages.length > 0) throw new RulesBroken(messages);
  books.contacts.put(contact, transaction);
  return { row: contact };
}

function merged(
  books: Books,
  posted: PostedContact,
  existing: Contact | undefined,
): Contact {
  const themeId = posted.BrandingTheme?.BrandingThemeID;
  const theme = themeId ? books.brandingThemes.get(themeId) : undefined;
  return {
    ContactID: existing?.ContactID ?? books.newId(),
    // Once the API has touched a contact these two are empty texts rather than absent.
    EmailAddress: "",
    BankAccountDetails: "",
    ContactPersons: [],
    IsSupplier: false,
    IsCustomer: false,
    ...existing,
    ...omit(posted, "ContactID", "BrandingTheme"),
    Name: (posted.Name ?? existing?.Name ?? "").trim().replace(/ {2,}/g, " "),
    ContactStatus:
      posted.ContactStatus === "ARCHIVED"
        ? "ARCHIVED"
        : (existing?.ContactStatus ?? "ACTIVE"),
    ...(theme
      ? {
          BrandingTheme: {
            BrandingThemeID: theme.BrandingThemeID,
            Name: theme.Name,
          },
        }
      : {}),
    Addresses: mergedAddresses(existing?.Addresses ?? [], posted.Addresses),
    Phones: mergedPhones(existing?.Phones ?? [], posted.Phones),
    UpdatedDateUTC: wireInstant(books.now()),
  };
}

function mergedAddresses(
  before: readonly Address[],
  posted: PostedContact["Addresses"] = [],
): Address[] {
  return ADDRESS_TYPES.map((AddressType) => ({
    AddressType,
    City: "",
    Region: "",
    PostalCode: "",
    Country: "",
    ...before.find((address) => address.AddressType === AddressType),
    ...posted.find((address) => address.AddressType === AddressType),
  }));
}

function mergedPhones(
  before: readonly Phone[],
  posted: PostedContact["Phones"] = [],
): Phone[] {
  return PHONE_TYPES.map((PhoneType) => ({
    PhoneType,
    PhoneNumber: "",
    PhoneAreaCode: "",
    PhoneCountryCode: "",
    ...before.find((phone) => phone.PhoneType === PhoneType),
    ...posted.find((phone) => phone.PhoneType === PhoneType),
  }));
}

function brokenStatusRules(existing: Contact, posted: PostedContact): string[] {
  if (existing.ContactStatus === "ACTIVE") return [];
  return posted.ContactStatus === "ARCHIVED"
    ? ["The status 'ARCHIVED' is not valid for contacts"]
    : ["Archived contacts cannot currently be edited via the API."];
}

/** The texts for lengths, `<>` and the number of persons were not seen at Xero; the others were. */
function brokenRules(books: Books, contact: Contact): string[] {
  const messages: string[] = [];
  const { ContactNumber, EmailAddress, Name } = contact;
  const others = (same: (other: Contact) => boolean) =>
    books.contacts
      .all()
      .some((other) => other.ContactID !== contact.ContactID && same(other));

  if (!Name) messages.push("The contact name must be specified.");
  if (/[<>]/.test(Name))
    messages.push("The contact name cannot contain '<' or '>'.");
  const namesake = findActiveByName(books, Name);
  if (
    contact.ContactStatus === "ACTIVE" &&
    namesake &&
    namesake.ContactID !== contact.ContactID
  )
    messages.push(
      `The contact name ${Name} is already assigned to another contact. The contact name must be unique across all active contacts.`,
    );
  // Numbers of archived contacts stay taken.
  if (
    ContactNumber &&
    others(
      (other) => folded(other.ContactNumber ?? "") === folded(ContactNumber),
    )
  )
    messages.push(
      "Another contact has this contact number. Please enter a different contact number.",
    );
  const addresses = [EmailAddress].concat(
    contact.ContactPersons.map((person) => person.EmailAddress),
  );
  if (addresses.some((address) => address && !isEmail(address)))
    messages.push("Email address must be valid.");
  if (contact.ContactPersons.length > 0 && !EmailAddress)
    messages.push(
      "Additional people cannot be added when the primary person has no email address set.",
    );
  if (contact.ContactPersons.length > MOST_PERSONS)
    messages.push(`No more than ${MOST_PERSONS} contact persons are allowed.`);
  for (const [field, longest] of Object.entries(LONGEST_CONTACT_FIELDS)) {
    const value = contact[field as keyof typeof LONGEST_CONTACT_FIELDS] ?? "";
    if (value.length > longest)
      messages.push(`${field} must not be more than ${longest} characters.`);
  }
  return messages;
}

function findActiveByName(books: Books, name: string): Contact | undefined {
  const wanted = folded(name.trim());
  return books.contacts
    .all()
    .find(
      (contact) =>
        contact.ContactStatus === "ACTIVE" && folded(contact.Name) === wanted,
    );
}

/** Umlauts and other letters beyond ASCII are refused. */
function isEmail(text: string): boolean {
  return /^[\w.!#$%&'*+/=?^`{|}~-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$/.test(
    text,
  );
}
