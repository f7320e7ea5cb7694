import type { Books } from "./books";
import type { PostedContact } from "./contactData";
import { RulesBroken } from "./errors";
import type { Contact } from "./types";
import { folded } from "./where";

/** The contact a document or a POST means: by ContactID, else ContactNumber, else the name of an active one. */
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

export function findActiveByName(
  books: Books,
  name: string,
): Contact | undefined {
  const wanted = folded(name.trim());
  return books.contacts
    .all()
    .find(
      (contact) =>
        contact.ContactStatus === "ACTIVE" && folded(contact.Name) === wanted,
    );
}
