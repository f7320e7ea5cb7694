import type { XeroContact } from "../xero/wire";
import type { Address, Customer } from "./customer";

type Entry = Record<string, string | undefined>;

/** The HubSpot record that a contact number names: `hubspot-company-501`. */
export function linkedRecord(
  contactNumber: string | undefined,
): { type: Customer["type"]; id: string } | undefined {
  const [, type, id] =
    /^hubspot-(company|contact)-(\d+)$/.exec(contactNumber ?? "") ?? [];
  return type && id ? { type: type as Customer["type"], id } : undefined;
}

/**
 * A customer as Xero holds it. The invoice address (POBOX) counts; the delivery address (STREET) only stands in where
 * there is none.
 * @param type what the customer is in HubSpot, unless its contact number tells
 */
export function readXeroContact(
  contact: XeroContact,
  type: Customer["type"] = "company",
): Customer {
  const link = linkedRecord(contact.ContactNumber);
  return {
    type: link?.type ?? type,
    hubspotId: link?.id,
    name: contact.Name ?? "",
    firstName: contact.FirstName || undefined,
    lastName: contact.LastName || undefined,
    email: contact.EmailAddress || undefined,
    phone: readPhone(contact, "DEFAULT"),
    mobile: readPhone(contact, "MOBILE"),
    address: readAddress(contact, "POBOX") ?? readAddress(contact, "STREET"),
    taxNumber: contact.TaxNumber || undefined,
    website: contact.Website || undefined,
    accountNumber: contact.AccountNumber || undefined,
    currency: contact.DefaultCurrency || undefined,
    xeroContactId: contact.ContactID,
  };
}

/** A number in one text: Xero may hold it in three parts. */
function readPhone({ Phones }: XeroContact, type: string): string | undefined {
  const phone = Phones?.find(({ PhoneType }) => PhoneType === type);
  if (!phone?.PhoneNumber?.trim()) return undefined;
  const { PhoneCountryCode: code = "", PhoneAreaCode, PhoneNumber } = phone;
  const country = /^\d/.test(code) ? `+${code.replace(/^00/, "")}` : code;
  return [country, PhoneAreaCode, PhoneNumber]
    .map((part) => part?.trim())
    .filter(Boolean)
    .join(" ");
}

function readAddress(
  { Addresses }: XeroContact,
  type: string,
): Address | undefined {
  const found = Addresses?.find(({ AddressType }) => AddressType === type);
  if (!found) return undefined;
  const wire: Entry = { ...found };
  const text = (key: string) => wire[key]?.trim() || undefined;
  const lines = [1, 2, 3, 4].flatMap((n) => text(`AddressLine${n}`) ?? []);
  const address: Address = {
    line1: lines[0],
    line2: lines.slice(1).join(", ") || undefined,
    city: text("City"),
    region: text("Region"),
    postalCode: text("PostalCode"),
    country: text("Country"),
  };
  return Object.values(address).some(Boolean) ? address : undefined;
}
