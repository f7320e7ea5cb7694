import type { Books } from "./books";
import { add, decimal, toNumber, ZERO } from "../decimal";
import type { Decimal } from "../decimal";
import { omit } from "./omit";
import type { Contact, Invoice } from "./types";
import { calendarDateOf } from "./wireDates";

/** The answer to a write, and the contact inside a single document. */
export function writtenContact(contact: Contact): object {
  return {
    ...base(contact),
    SalesTrackingCategories: [],
    PurchasesTrackingCategories: [],
    ContactPersons: contact.ContactPersons,
    HasValidationErrors: false,
  };
}

/** What a contact's answer holds of other records. */
export interface Joined {
  balances: BalanceBook;
  groups: (contact: Contact) => object;
}

/** One contact read by itself. */
export function singleContact(contact: Contact, joined: Joined): object {
  return { ...pagedContact(contact, joined), Attachments: [] };
}

/** A contact on a page: everything Xero knows. */
export function pagedContact(
  contact: Contact,
  { balances, groups }: Joined,
): object {
  return {
    ...base(contact),
    ...balances.of(contact),
    ...groups(contact),
    ContactPersons: contact.ContactPersons,
    HasAttachments: false,
    HasValidationErrors: false,
  };
}

/** Without `page` the list leaves out what is costly to collect. */
export function unpagedContact(contact: Contact): object {
  return {
    ...omit(base(contact), "PaymentTerms", "BrandingTheme"),
    ContactPersons: [],
    HasAttachments: false,
    HasValidationErrors: false,
  };
}

/** `summaryOnly=true` */
export function summaryContact(contact: Contact): object {
  const {
    ContactID,
    ContactNumber,
    AccountNumber,
    ContactStatus,
    Name,
    FirstName,
    LastName,
    EmailAddress,
    CompanyNumber,
    TaxNumber,
    UpdatedDateUTC,
  } = contact;
  return {
    ContactID,
    ContactNumber,
    AccountNumber,
    ContactStatus,
    Name,
    FirstName,
    LastName,
    EmailAddress,
    CompanyNumber,
    TaxNumber,
    Addresses: [],
    Phones: contact.Phones,
    UpdatedDateUTC,
    ContactGroups: [],
    ContactPersons: [],
    HasValidationErrors: false,
  };
}

/** The contact inside a list of documents. */
export function namedContact(contact: Contact): object {
  return {
    ContactID: contact.ContactID,
    Name: contact.Name,
    Addresses: [],
    Phones: [],
    ContactGroups: [],
    ContactPersons: [],
    HasValidationErrors: false,
  };
}

function base(contact: Contact) {
  return {
    ...contact,
    Addresses: completed(contact.Addresses, ADDRESSES, "AddressType"),
    Phones: completed(contact.Phones, PHONES, "PhoneType"),
    ContactGroups: [],
  };
}

const ADDRESSES = ["POBOX", "STREET"];
const PHONES = ["DEFAULT", "DDI", "FAX", "MOBILE"];

/** Both addresses and all four phones are always there, empty if need be. */
function completed<Key extends string, Entry extends Record<Key, string>>(
  entries: readonly Entry[],
  types: readonly string[],
  key: Key,
): object[] {
  const missing = types.filter(
    (type) => !entries.some((entry) => entry[key] === type),
  );
  return [...entries, ...missing.map((type) => ({ [key]: type }))];
}

/** What each contact owes, added up once per answer. */
export interface BalanceBook {
  of(contact: Contact): object;
}

export function openBalances(books: Books): BalanceBook {
  const today = books.today();
  const byContact = new Map<string, Invoice[]>();
  for (const invoice of books.invoices.all()) {
    if (invoice.Status !== "AUTHORISED") continue;
    const owing = byContact.get(invoice.Contact.ContactID) ?? [];
    byContact.set(invoice.Contact.ContactID, [...owing, invoice]);
  }
  return {
    of: ({ ContactID }) => {
      const open = byContact.get(ContactID);
      if (!open) return {};
      const side = (type: Invoice["Type"]) => {
        const mine = open.filter((invoice) => invoice.Type === type);
        return {
          Outstanding: total(mine),
          Overdue: total(
            mine.filter(
              ({ DueDate }) => DueDate && calendarDateOf(DueDate) < today,
            ),
          ),
        };
      };
      return {
        Balances: {
          AccountsReceivable: side("ACCREC"),
          AccountsPayable: side("ACCPAY"),
        },
      };
    },
  };
}

function total(invoices: readonly Invoice[]): number {
  return toNumber(
    invoices.reduce<Decimal>(
      (sum, { AmountDue }) => add(sum, decimal(AmountDue)),
      ZERO,
    ),
  );
}
