import { COMPANY } from "@hubspot-xero/sandbox/seed/customers";
import { contactNamed } from "@hubspot-xero/faults/prepare";
import type { Stage } from "@hubspot-xero/faults/stage";

const DEALS = "0-3";
const COMPANIES = "0-2";
const PRODUCTS = "0-7";

/**
 * Fills in what users may leave empty: Zapier's editor offers a field of the sample only where a run brings it, and
 * no output names what a record lacks.
 */
export function fillRecords(stage: Stage): void {
  fillHubspot(stage);
  fillXero(stage);
  linkNorthwind(stage);
}

function fillHubspot({ sandbox: { hubspot } }: Stage): void {
  const fill = (type: string, properties: Record<string, string>) => {
    for (const { id, archived } of Object.values(
      hubspot.state.objects[type] ?? {},
    ))
      if (!archived) hubspot.update(type, id, properties);
  };
  fill(DEALS, { amount: "4500", closedate: "2026-12-01T00:00:00Z" });
  fill(PRODUCTS, { description: "Five days with two designers" });
  fill(COMPANIES, {
    phone: "+44 20 7946 0018",
    address: "14 Quayside",
    city: "Bristol",
    zip: "BS1 4DJ",
    country: "United Kingdom",
  });
}

function fillXero({ sandbox: { xero } }: Stage): void {
  const person = xero.person();
  for (const { ContactID, ContactStatus } of xero.books().contacts)
    if (ContactStatus === "ACTIVE") {
      person.editContact(ContactID, {
        FirstName: "Priya",
        LastName: "Nair",
        Phones: [{ PhoneType: "DEFAULT", PhoneNumber: "20 7946 0018" }],
        Addresses: [
          {
            AddressType: "POBOX",
            AddressLine1: "14 Quayside",
            City: "Bristol",
            PostalCode: "BS1 4DJ",
            Country: "United Kingdom",
          },
        ],
        ContactPersons: [
          {
            FirstName: "Tom",
            LastName: "Hale",
            EmailAddress: "tom@payers.example",
            IncludeInEmails: true,
          },
        ],
      });
      person.setWebsite(ContactID, "https://payers.example");
    }
  for (const { ItemID } of xero.books().items)
    person.editItem(ItemID, { Description: "Five days with two designers" });
}

/** As an upsert leaves a customer that stands on both sides. */
function linkNorthwind({ sandbox }: Stage): void {
  const { ContactID } = contactNamed(sandbox, "Northwind Energy plc");
  sandbox.hubspot.update(COMPANIES, COMPANY.northwind, {
    xero_contact_id: ContactID,
  });
  sandbox.xero.person().editContact(ContactID, {
    ContactNumber: `hubspot-company-${COMPANY.northwind}`,
  });
}
