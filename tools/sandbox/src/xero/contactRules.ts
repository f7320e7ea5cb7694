import type { Books } from "./books";
import { findActiveByName } from "./contactFind";
import { LONGEST_CONTACT_FIELDS } from "./contactData";
import type { PostedContact } from "./contactData";
import type { Contact } from "./types";
import { folded } from "./where";

export const NO_CONTACT_IDENTIFIER =
  "The Contact must contain at least 1 of the following elements to identify the contact: Name, ContactID, ContactNumber";

const MOST_PERSONS = 5;

export function brokenContactStatusRules(
  existing: Contact,
  posted: PostedContact,
): string[] {
  if (existing.ContactStatus === "ACTIVE") return [];
  return posted.ContactStatus === "ARCHIVED"
    ? ["The status 'ARCHIVED' is not valid for contacts"]
    : // The rule is known, its text only in other words.
      ["Archived contacts cannot currently be edited via the API."];
}

/** The texts about a missing name, `<>`, the number of persons and lengths were not seen at Xero; the others were. */
export function brokenContactRules(books: Books, contact: Contact): string[] {
  const messages: string[] = [];
  const { ContactNumber, EmailAddress, Name } = contact;
  const others = (same: (other: Contact) => boolean) =>
    books.contacts
      .all()
      .some((other) => other.ContactID !== contact.ContactID && same(other));

  if (!Name)
    messages.push(
      ContactNumber
        ? "The contact name must be specified."
        : NO_CONTACT_IDENTIFIER,
    );
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

/** Umlauts and other letters beyond ASCII are refused. */
function isEmail(text: string): boolean {
  return /^[\w.!#$%&'*+/=?^`{|}~-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$/.test(
    text,
  );
}
