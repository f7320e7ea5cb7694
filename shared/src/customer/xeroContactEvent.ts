import { readXeroInstant } from "../date/xeroDate";
import type { XeroContact } from "../xero/wire";
import { contactOutput } from "./contactOutput";
import { linkedRecord, readXeroContact } from "./readXeroContact";

/**
 * A change of a Xero contact as the trigger hands it out; one without an instant could not be told from its earlier
 * states and is left out.
 */
export function xeroContactEvent(contact: XeroContact) {
  if (!contact.UpdatedDateUTC) return [];
  const updatedAt = readXeroInstant(contact.UpdatedDateUTC);
  const { address = {}, ...customer } = readXeroContact(contact);
  const { id: contactId, ...output } = contactOutput(contact);
  const link = linkedRecord(contact.ContactNumber);
  return [
    {
      id: `${contactId ?? ""}:${Date.parse(updatedAt)}`,
      contactId,
      ...output,
      phone: customer.phone,
      mobile: customer.mobile,
      addressLine1: address.line1,
      addressLine2: address.line2,
      city: address.city,
      region: address.region,
      postalCode: address.postalCode,
      country: address.country,
      taxNumber: customer.taxNumber,
      website: customer.website,
      defaultCurrency: customer.currency,
      isCustomer: contact.IsCustomer === true,
      isSupplier: contact.IsSupplier === true,
      archived: contact.ContactStatus !== "ACTIVE",
      mergedIntoId: contact.MergedToContactID || undefined,
      hubspotType: link?.type,
      hubspotId: link?.id,
      contactPersons: (contact.ContactPersons ?? []).map((person) => ({
        firstName: person.FirstName || undefined,
        lastName: person.LastName || undefined,
        email: person.EmailAddress || undefined,
        includeInEmails: person.IncludeInEmails === true,
      })),
      updatedAt,
    },
  ];
}
