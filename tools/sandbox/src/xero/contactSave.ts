import type { Saved } from "./batch";
import type { Books } from "./books";
import type { PostedContact } from "./contactData";
import { findPostedContact } from "./contactFind";
import { brokenContactRules, brokenContactStatusRules } from "./contactRules";
import { RulesBroken } from "./errors";
import { omit } from "./omit";
import type { Transaction } from "./table";
import type { Address, Contact, Phone } from "./types";
import { wireInstant } from "./wireDates";

const ADDRESS_TYPES = ["STREET", "POBOX"];
const PHONE_TYPES = ["DEFAULT", "DDI", "FAX", "MOBILE"];

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

/** The stored contact with what is posted laid over it, after the rules. Nothing is written when one is broken. */
function write(
  books: Books,
  posted: PostedContact,
  existing: Contact | undefined,
  transaction: Transaction,
): Saved<Contact> {
  const contact = merged(books, posted, existing);
  const messages = [
    ...(existing ? brokenContactStatusRules(existing, posted) : []),
    ...brokenContactRules(books, contact),
  ];
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
