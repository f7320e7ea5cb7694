import { changedFields } from "../../src/customer/changedFields";

const empty = (PhoneType: string) => ({ PhoneType, PhoneNumber: "" });

it("nothing differs, so nothing is written", () => {
  const wanted = {
    Name: "Acme",
    EmailAddress: "a@acme.example",
    ContactNumber: "hubspot-company-501",
    Phones: [{ PhoneType: "DEFAULT", PhoneNumber: "123" }],
    Addresses: [{ AddressType: "POBOX", City: "Bristol" }],
  };
  const stored = {
    ...wanted,
    ContactID: "xc-1",
    FirstName: "Priya",
    Phones: [empty("DDI"), { PhoneType: "DEFAULT", PhoneNumber: "123" }],
    Addresses: [
      { AddressType: "STREET", City: "Bath" },
      { AddressType: "POBOX", City: "Bristol", PostalCode: "BS1" },
    ],
  };
  expect(changedFields(wanted, stored)).toEqual({});
});

it("only fields that differ are written", () => {
  const wanted = { Name: "Acme", FirstName: "Priya", LastName: "Nair" };
  const stored = { Name: "Acme", FirstName: "Pria" };
  expect(changedFields(wanted, stored)).toEqual({
    FirstName: "Priya",
    LastName: "Nair",
  });
});

it.each([
  ["is set where there is none", undefined, { ContactNumber: "hubspot-1" }],
  ["is set where it is empty", "", { ContactNumber: "hubspot-1" }],
  ["that somebody else gave stays", "C-17", {}],
])("a contact number %s", (_, ContactNumber, expected) => {
  const wanted = { ContactNumber: "hubspot-1" };
  expect(changedFields(wanted, { ContactNumber })).toEqual(expected);
});

it("a changed phone goes with the other phones as they were", () => {
  const wanted = { Phones: [{ PhoneType: "DEFAULT", PhoneNumber: "456" }] };
  const stored = {
    Phones: [
      { PhoneType: "MOBILE", PhoneNumber: "07700" },
      { PhoneType: "DEFAULT", PhoneNumber: "123" },
    ],
  };
  expect(changedFields(wanted, stored)).toEqual({
    Phones: [
      { PhoneType: "MOBILE", PhoneNumber: "07700" },
      { PhoneType: "DEFAULT", PhoneNumber: "456" },
    ],
  });
  expect(stored.Phones[1]?.PhoneNumber).toBe("123");
});

it("a changed address keeps the lines that HubSpot does not know", () => {
  const wanted = { Addresses: [{ AddressType: "POBOX", City: "Bath" }] };
  const street = { AddressType: "STREET", City: "London" };
  const stored = {
    Addresses: [
      street,
      { AddressType: "POBOX", City: "Bristol", AttentionTo: "Accounts" },
    ],
  };
  expect(changedFields(wanted, stored)).toEqual({
    Addresses: [
      street,
      { AddressType: "POBOX", City: "Bath", AttentionTo: "Accounts" },
    ],
  });
});

it("a phone or address of a type that Xero does not hold yet is added", () => {
  const phone = { PhoneType: "DEFAULT", PhoneNumber: "456" };
  const address = { AddressType: "POBOX", City: "Bath" };
  const wanted = { Phones: [phone], Addresses: [address] };
  const stored = { Phones: [{ PhoneType: "FAX", PhoneNumber: "1" }] };
  expect(changedFields(wanted, stored)).toEqual({
    Phones: [{ PhoneType: "FAX", PhoneNumber: "1" }, phone],
    Addresses: [address],
  });
});

it("a whole number does not join the area and country codes that Xero held", () => {
  const PhoneNumber = "+44 20 7946 0018";
  const changes = changedFields(
    { Phones: [{ PhoneType: "DEFAULT", PhoneNumber }] },
    {
      Phones: [
        {
          PhoneType: "DEFAULT",
          PhoneCountryCode: "44",
          PhoneAreaCode: "20",
          PhoneNumber: "7946 0000",
        },
      ],
    },
  );
  const [phone] = changes.Phones ?? [];
  const shown = `${phone?.PhoneCountryCode ?? ""}${phone?.PhoneAreaCode ?? ""}${phone?.PhoneNumber ?? ""}`;
  expect(shown.replace(/\D/g, "")).toBe("442079460018");
});
