import { domainOf } from "../../src/customer/companyDomain";
import { readCompany, readContact } from "../../src/customer/customer";
import { readXeroContact } from "../../src/customer/readXeroContact";
import { hubspotChanges } from "../../src/customer/writeHubspotCustomer";
import type { HubspotObject } from "../../src/hubspot/wire";
import type { XeroContact } from "../../src/xero/wire";
import { companyWire, contactWire, xeroContact } from "../builders";

type Properties = HubspotObject["properties"];
const toCompany = (contact: XeroContact, properties: Properties = {}) =>
  hubspotChanges(
    readXeroContact(xeroContact(contact)),
    readCompany(companyWire(properties)),
  );
const toPerson = (contact: XeroContact, properties: Properties = {}) =>
  hubspotChanges(
    readXeroContact(xeroContact({ Name: "Priya Nair", ...contact }), "contact"),
    readContact(contactWire(properties)),
  );

const LINES: XeroContact = {
  Addresses: [
    { AddressType: "STREET", City: "London" },
    {
      AddressType: "POBOX",
      AddressLine1: "14 Quayside",
      AddressLine2: "Floor 2",
      AddressLine4: "Rear",
      City: "Bristol",
      Region: "Avon",
      PostalCode: "BS1 4DJ",
      Country: "United Kingdom",
    },
  ],
};

it("a company gets the invoice address, its lines in HubSpot's two", () => {
  expect(toCompany(LINES)).toEqual({
    address: "14 Quayside",
    address2: "Floor 2, Rear",
    city: "Bristol",
    state: "Avon",
    zip: "BS1 4DJ",
    country: "United Kingdom",
  });
});

it("a person's address is one line", () => {
  expect(toPerson(LINES)).toMatchObject({
    address: "14 Quayside, Floor 2, Rear",
  });
  expect(toPerson(LINES)).not.toHaveProperty("address2");
});

it("the delivery address stands in where there is no other", () => {
  const Addresses = [
    { AddressType: "STREET", City: "London" },
    { AddressType: "POBOX", City: "" },
  ];
  expect(toCompany({ Addresses })).toEqual({ city: "London" });
});

it.each<[string, XeroContact, Properties]>([
  [
    "an empty contact",
    { EmailAddress: "", Phones: [] },
    { phone: "1", city: "Bath" },
  ],
  [
    "the same in other forms",
    {
      ...LINES,
      Phones: [
        {
          PhoneType: "DEFAULT",
          PhoneCountryCode: "44",
          PhoneAreaCode: "20",
          PhoneNumber: "1",
        },
      ],
    },
    {
      phone: "+44201",
      address: "14 Quayside",
      address2: "Floor 2, Rear",
      city: "Bristol",
      state: "Avon",
      zip: "BS1 4DJ",
      country: "UK",
    },
  ],
  [
    "another website",
    { Website: "https://new.example" },
    { website: "old.example" },
  ],
  [
    "an e-mail address and a mobile number, which companies lack",
    { Phones: [{ PhoneType: "MOBILE", PhoneNumber: "1" }] },
    {},
  ],
])("%s changes nothing on a company", (_, contact, properties) => {
  expect(toCompany(contact, properties)).toEqual({});
});

it("a website fills an empty one", () => {
  expect(toCompany({ Website: "https://hf.example" })).toEqual({
    website: "https://hf.example",
  });
});

it.each<[string, XeroContact, Properties, Record<string, string>]>([
  [
    "the primary person's names",
    { FirstName: "Mary", LastName: "Nair" },
    {},
    { firstname: "Mary" },
  ],
  [
    "the contact's name, split, where there are none",
    { Name: "Maria del Mar Lopez" },
    {},
    { firstname: "Maria del Mar", lastname: "Lopez" },
  ],
  [
    "a name of one word",
    { Name: "株式会社" },
    { firstname: null, lastname: null },
    { firstname: "株式会社" },
  ],
  [
    "HubSpot's own parts of the same name",
    { Name: "Maria del Mar" },
    { firstname: "Maria", lastname: "del Mar" },
    {},
  ],
  [
    "no name that is the e-mail address",
    { Name: "priya@harbourfinch.example" },
    {},
    {},
  ],
  [
    "another e-mail address",
    { EmailAddress: "p@x.example" },
    {},
    { email: "p@x.example" },
  ],
  [
    "a mobile number",
    { Phones: [{ PhoneType: "MOBILE", PhoneNumber: "1" }] },
    {},
    { mobilephone: "1" },
  ],
])("a person takes %s", (_, contact, properties, expected) => {
  expect(toPerson(contact, properties)).toEqual(expected);
});

it("the tax number goes into the user's property", () => {
  expect(
    hubspotChanges(
      readXeroContact(xeroContact({ TaxNumber: "GB 1" })),
      readCompany(companyWire()),
      { taxNumberProperty: "vat_id" },
    ),
  ).toEqual({ vat_id: "GB 1" });
});

it.each([
  [{ Website: "https://www.Acme.example/shop?x" }, "acme.example"],
  [{ EmailAddress: "a@acme.example" }, "acme.example"],
  [{ EmailAddress: "a@gmail.com" }, undefined],
  [{ Website: "none" }, undefined],
  [{}, undefined],
])("the domain of %j is %s", (contact, expected) => {
  expect(domainOf(contact)).toBe(expected);
});
