import {
  contactNumbers,
  type Customer,
} from "@hubspot-xero/shared/customer/customer";
import { textKey } from "@hubspot-xero/shared/text/text";
import type { XeroContact } from "@hubspot-xero/shared/xero/wire";
import { groupBy } from "./groups";

/** More merges one after the other than this are no accident. */
const MOST_MERGES = 5;

export type ContactIndex = ReturnType<typeof indexContacts>;

/** All Xero contacts by what they are found by, archived and merged ones included. */
export function indexContacts(contacts: readonly XeroContact[]) {
  const byId = new Map(
    contacts.map((contact) => [contact.ContactID ?? "", contact]),
  );
  const byNumber = groupBy(contacts, ({ ContactNumber }) => ContactNumber);
  const byEmail = groupBy(contacts, ({ EmailAddress }) =>
    keyOf(EmailAddress ?? ""),
  );
  const byName = groupBy(contacts, ({ Name }) => keyOf(Name ?? ""));

  /** A contact as it lives on: one that was merged into another is followed there. */
  function present(contact: XeroContact): XeroContact | undefined {
    let found: XeroContact | undefined = contact;
    for (let merge = 0; found?.MergedToContactID; merge += 1)
      found =
        merge < MOST_MERGES ? byId.get(found.MergedToContactID) : undefined;
    return found;
  }

  /** Whatever Xero's own search for this customer would find: by our numbers, by e-mail, by name. */
  function search(customer: Customer): XeroContact[] {
    const { email = "", name } = customer;
    return [
      ...new Set([
        ...contactNumbers(customer).flatMap(
          (number) => byNumber.get(number) ?? [],
        ),
        ...(byEmail.get(textKey(email)) ?? []),
        ...(byName.get(textKey(name)) ?? []),
      ]),
    ];
  }

  return { contacts, byId, byNumber, present, search };
}

const keyOf = (text: string) => textKey(text) || undefined;

/** Neither archived nor merged away. */
export function isActive({ ContactStatus = "ACTIVE" }: XeroContact): boolean {
  return ContactStatus === "ACTIVE";
}
