import type { Books } from "./books";
import type { PostedContact } from "./contactData";
import { findPostedContact } from "./contactFind";
import { NO_CONTACT_IDENTIFIER } from "./contactRules";
import { createContact, upsertContact } from "./contactSave";
import { RulesBroken } from "./errors";
import type { Transaction } from "./table";
import type { Contact } from "./types";

export interface DocumentContact {
  contact?: Contact;
  messages: string[];
}

/**
 * The contact that a document names. Fields beyond the identifying one change the contact itself;
 * a name that is not known makes a new contact.
 */
export function resolveDocumentContact(
  books: Books,
  posted: PostedContact | undefined,
  before: { ContactID: string } | undefined,
  transaction: Transaction,
): DocumentContact {
  if (!posted && before)
    return { contact: books.contacts.get(before.ContactID), messages: [] };
  if (!posted)
    return refused("A Contact must be specified for this type of transaction");
  if (!posted.ContactID && !posted.Name && !posted.ContactNumber)
    return refused(NO_CONTACT_IDENTIFIER);
  try {
    const found = findPostedContact(books, posted);
    if (!found) return made(createContact(books, posted, transaction).row);
    if (found.ContactStatus !== "ACTIVE")
      return refused(
        "The contact with the specified contact details has been archived. The contact must be un-archived before creating new invoices or credit notes.",
      );
    return made(
      isChange(posted) ? upsertContact(books, posted, transaction).row : found,
    );
  } catch (error) {
    if (error instanceof RulesBroken) return refused(...error.messages);
    throw error;
  }
}

function isChange({ ContactID, Name, ...others }: PostedContact): boolean {
  return Boolean(ContactID && Name) || Object.keys(others).length > 0;
}

function made(contact: Contact): DocumentContact {
  return { contact, messages: [] };
}

function refused(...messages: string[]): DocumentContact {
  return { messages };
}
