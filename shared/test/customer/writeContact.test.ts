import { writeContact } from "../../src/customer/writeContact";
import { customer } from "../builders";

it("writes a customer with everything on it", () => {
  const who = customer({
    firstName: "Priya",
    lastName: "Nair",
    phone: "+44 20 7946 0018",
    address: {
      line1: "14 Quayside",
      line2: "Floor 2",
      city: "Bristol",
      region: "Avon",
      postalCode: "BS1 4DJ",
      country: "United Kingdom",
    },
  });
  expect(writeContact(who)).toEqual({
    Name: "Harbour & Finch",
    ContactNumber: "hubspot-company-501",
    FirstName: "Priya",
    LastName: "Nair",
    EmailAddress: "priya@harbourfinch.example",
    Phones: [{ PhoneType: "DEFAULT", PhoneNumber: "+44 20 7946 0018" }],
    Addresses: [
      {
        AddressType: "POBOX",
        AddressLine1: "14 Quayside",
        AddressLine2: "Floor 2",
        City: "Bristol",
        Region: "Avon",
        PostalCode: "BS1 4DJ",
        Country: "United Kingdom",
      },
    ],
  });
});

it("leaves out what is not known, so that an update leaves it alone", () => {
  const who = customer({ email: undefined, address: { city: "Bristol" } });
  const contact = writeContact(who);
  expect(Object.keys(contact).sort()).toEqual([
    "Addresses",
    "ContactNumber",
    "Name",
  ]);
  expect(Object.keys(contact.Addresses?.[0] ?? {})).toEqual([
    "AddressType",
    "City",
  ]);
});

it("a customer that was typed in has no number", () => {
  const contact = writeContact(customer({ hubspotId: undefined }));
  expect(contact).not.toHaveProperty("ContactNumber");
});

it("a customer without a name goes by the e-mail address", () => {
  const contact = writeContact(customer({ name: "" }));
  expect(contact.Name).toBe("priya@harbourfinch.example");
});

it("cuts phone and country at Xero's 50 characters", () => {
  const long = "9".repeat(60);
  const who = customer({ phone: long, address: { country: long } });
  const { Phones, Addresses } = writeContact(who);
  expect(Phones?.[0]?.PhoneNumber).toHaveLength(50);
  expect(Addresses?.[0]?.Country).toHaveLength(50);
});
