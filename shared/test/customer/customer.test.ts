import {
  contactNumber,
  describeCustomer,
  readCompany,
  readContact,
  withBillingPerson,
} from "../../src/customer/customer";
import { companyWire, contactWire, customer } from "../builders";

it("reads a company with its address and its stored Xero contact", () => {
  const wire = companyWire({
    name: " Harbour  & Finch <UK>",
    domain: "harbourfinch.example",
    phone: "+44 20 7946 0018",
    address: "14 Quayside",
    address2: "Floor 2",
    city: "Bristol",
    state: "Avon",
    zip: "BS1 4DJ",
    country: "United Kingdom",
    xero_contact_id: "xc-1",
  });
  expect(readCompany(wire)).toEqual({
    type: "company",
    hubspotId: "501",
    name: "Harbour & Finch UK",
    writtenName: " Harbour  & Finch <UK>",
    phone: "+44 20 7946 0018",
    address: {
      line1: "14 Quayside",
      line2: "Floor 2",
      city: "Bristol",
      region: "Avon",
      postalCode: "BS1 4DJ",
      country: "United Kingdom",
    },
    xeroContactId: "xc-1",
  });
});

it.each([
  [{ name: "", domain: "acme.example" }, "acme.example"],
  [{ name: null, domain: null }, ""],
])("a company of %p goes by the name %p", (properties, name) => {
  expect(readCompany(companyWire(properties)).name).toBe(name);
});

it("reads a person; a mobile number is kept apart from the phone", () => {
  const wire = contactWire({ phone: "", mobilephone: "+44 7700 900123" });
  expect(readContact(wire)).toEqual({
    type: "contact",
    hubspotId: "601",
    name: "Priya Nair",
    firstName: "Priya",
    lastName: "Nair",
    email: "priya@harbourfinch.example",
    mobile: "+44 7700 900123",
  });
});

it.each([
  [{ firstname: "", lastname: "Nair" }, "Nair"],
  [{ firstname: null, lastname: null }, "priya@harbourfinch.example"],
  [{ firstname: null, lastname: null, email: null }, ""],
])("a person of %p goes by the name %p", (properties, name) => {
  expect(readContact(contactWire(properties)).name).toBe(name);
});

it("a company is reached through the first person with an e-mail address", () => {
  const company = readCompany(companyWire({ phone: "1" }));
  const people = [
    readContact(contactWire({ email: "", phone: "2" }, "602")),
    readContact(contactWire({ phone: "3" })),
    readContact(contactWire({ email: "late@acme.example" }, "603")),
  ];
  expect(withBillingPerson(company, people)).toEqual({
    type: "company",
    hubspotId: "501",
    name: "Harbour & Finch",
    firstName: "Priya",
    lastName: "Nair",
    email: "priya@harbourfinch.example",
    phone: "1",
  });
});

it("a company without such a person stays as it is", () => {
  const company = readCompany(companyWire());
  const silent = readContact(contactWire({ email: null }));
  expect(withBillingPerson(company, [silent])).toEqual(company);
});

it.each([
  [customer(), "hubspot-company-501"],
  [customer({ type: "contact", hubspotId: "601" }), "hubspot-contact-601"],
  [customer({ hubspotId: undefined }), undefined],
])("the contact number of %p is %p", (who, expected) => {
  expect(contactNumber(who)).toBe(expected);
});

it.each([
  [customer(), 'company "Harbour & Finch" (HubSpot 501)'],
  [customer({ hubspotId: undefined }), 'company "Harbour & Finch"'],
  [
    customer({ name: "" }),
    'company "priya@harbourfinch.example" (HubSpot 501)',
  ],
])("messages name %p as %s", (who, expected) => {
  expect(describeCustomer(who)).toBe(expected);
});

it("a customer with neither name nor e-mail is named by its HubSpot ID", () => {
  const who = customer({ name: "", email: undefined });
  expect(describeCustomer(who)).toContain("HubSpot 501");
  expect(describeCustomer(who)).not.toContain("undefined");
});
