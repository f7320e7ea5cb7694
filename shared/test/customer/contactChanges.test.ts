import { contactChanges } from "../../src/customer/contactChanges";
import type { Customer } from "../../src/customer/customer";
import type { XeroContact } from "../../src/xero/wire";
import { customer, xeroContact } from "../builders";

const NUMBER = "hubspot-company-501";
const changes = (who: Partial<Customer>, stored: XeroContact) =>
  contactChanges(
    customer({ email: undefined, ...who }),
    xeroContact({ ContactNumber: NUMBER, ...stored }),
    { isLinked: true },
  );
const phones = (PhoneNumber: string, more = {}): XeroContact => ({
  Phones: [{ PhoneType: "DEFAULT", PhoneNumber, ...more }],
});
const postal = (address: object): XeroContact => ({
  Addresses: [{ AddressType: "POBOX", ...address }],
});

it.each<[string, Partial<Customer>, XeroContact]>([
  [
    "the case of an e-mail address",
    { email: "PRIYA@harbourfinch.example" },
    {},
  ],
  [
    "a phone in three parts",
    { phone: "+442079460018" },
    phones("7946 0018", { PhoneCountryCode: "44", PhoneAreaCode: "20" }),
  ],
  ["a bracketed zero", { phone: "+44 (0)20 79460018" }, phones("442079460018")],
  ["two zeros for a plus", { phone: "0044 20 1" }, phones("+44 20 1")],
  ["spaces at Xero's hands", { name: " Harbour  & Finch " }, {}],
  ["angle brackets, which Xero refuses", { name: "<Harbour> & Finch" }, {}],
  [
    "what Xero's length cut",
    { phone: "9".repeat(60) },
    phones(`${"9".repeat(49)}…`),
  ],
  [
    "a country's other name",
    { address: { country: "U.K." } },
    postal({ Country: "United Kingdom" }),
  ],
  [
    "one line for two",
    { address: { line1: "14 Quayside, Floor 2" } },
    postal({ AddressLine1: "14 Quayside", AddressLine2: "Floor 2" }),
  ],
  [
    "spaces in a tax number",
    { taxNumber: "GB 123.456-78" },
    { TaxNumber: "gb12345678" },
  ],
  [
    "empty fields of the source",
    {},
    { ...phones("1"), TaxNumber: "GB1", EmailAddress: "a@b.example" },
  ],
  [
    "a name that stands in for none",
    { name: "acme.example", isNameless: true },
    {},
  ],
])("%s is no change", (_, who, stored) => {
  expect(changes(who, stored)).toEqual({});
});

it.each<[string, Partial<Customer>, XeroContact, XeroContact]>([
  [
    "a name in another case",
    { name: "HARBOUR & Finch" },
    {},
    { Name: "HARBOUR & Finch" },
  ],
  [
    "a new street, which stands for all of Xero's lines",
    { address: { line1: "1 Pier" } },
    postal({
      AddressLine1: "14 Quayside",
      AddressLine2: "Floor 2",
      AddressLine3: "Rear",
      City: "Bath",
    }),
    postal({
      AddressLine1: "1 Pier",
      AddressLine2: "",
      AddressLine3: "",
      City: "Bath",
    }),
  ],
  [
    "a mobile number beside the phone",
    { mobile: "+44 7700 900123" },
    phones("1"),
    {
      Phones: [
        { PhoneType: "DEFAULT", PhoneNumber: "1" },
        {
          PhoneType: "MOBILE",
          PhoneNumber: "+44 7700 900123",
        },
      ],
    },
  ],
  [
    "a tax number",
    { taxNumber: "GB 2" },
    { TaxNumber: "GB1" },
    { TaxNumber: "GB 2" },
  ],
  [
    "the number of a record that was merged into this one",
    { mergedIds: ["77"] },
    { ContactNumber: "hubspot-company-77" },
    { ContactNumber: NUMBER },
  ],
])("%s is written", (_, who, stored, expected) => {
  expect(changes(who, stored)).toMatchObject(expected);
  expect(Object.keys(changes(who, stored))).toEqual(Object.keys(expected));
});

describe("a person's name", () => {
  const person: Partial<Customer> = {
    type: "contact",
    hubspotId: "601",
    name: "Mary Nair",
    firstName: "Mary",
    lastName: "Nair",
  };
  const stored = { ContactNumber: "hubspot-contact-601", Name: "Priya Nair" };

  it.each<[string, Partial<Customer>, XeroContact, XeroContact]>([
    [
      "goes along with its parts",
      {},
      { FirstName: "Priya", LastName: "Nair" },
      { Name: "Mary Nair", FirstName: "Mary" },
    ],
    [
      "of which one is missing keeps Xero's",
      { name: "Mary", lastName: undefined },
      { FirstName: "Priya", LastName: "Nair" },
      { Name: "Mary Nair", FirstName: "Mary" },
    ],
    [
      "leaves a trading name alone",
      {},
      { Name: "Nair Studio", FirstName: "Priya", LastName: "Nair" },
      { FirstName: "Mary" },
    ],
    [
      "that is the whole name is not taken apart",
      {},
      { Name: "Mary Nair" },
      {},
    ],
  ])("%s", (_, who, more, expected) => {
    expect(changes({ ...person, ...who }, { ...stored, ...more })).toEqual(
      expected,
    );
  });
});

it("writes only the fields that were chosen", () => {
  const who = customer({ name: "New", phone: "2", email: "n@x.example" });
  expect(
    contactChanges(who, xeroContact({ ContactNumber: NUMBER }), {
      isLinked: true,
      only: ["phone", "mobile"],
    }),
  ).toEqual({
    Phones: [
      {
        PhoneType: "DEFAULT",
        PhoneNumber: "2",
      },
    ],
  });
});

it.each([
  [
    { email: "müller@x.example" },
    'e-mail address müller@x.example of company "Harbour & Finch" (HubSpot 501) has the character "ü"',
  ],
  [{ taxNumber: "9".repeat(51) }, "tax number of company"],
])("%j is refused with a sentence", (who, message) => {
  expect(() => changes(who, {})).toThrow(message);
});
