import { CUSTOMER_FIELDS } from "../../src/customer/cleanCustomer";
import type { Customer } from "../../src/customer/customer";
import { readCompany } from "../../src/customer/customer";
import { lostInXero, notCarried } from "../../src/customer/lostInXero";

const acme: Customer = { type: "company", hubspotId: "1", name: "Acme" };

it("tells of nothing where Xero holds every value as it is", () => {
  const whole: Customer = {
    type: "contact",
    hubspotId: "1",
    name: "Ann Lee",
    firstName: "Ann ",
    lastName: "Lee",
    email: "ann@acme.example",
    phone: "+44 20 7946 0018",
    mobile: "+44 7700 900123",
    address: {
      line2: "Floor 2",
      city: "Bath",
      region: "Avon",
      postalCode: "BA1 1AA",
      country: "United Kingdom",
    },
    taxNumber: "GB 1",
    accountNumber: "C-17",
    currency: "gbp",
  };
  expect(lostInXero(whole)).toEqual([]);
  expect(notCarried(whole)).toBe("");
});

it.each<[Partial<Customer>, object]>([
  [
    { website: "https://acme.example" },
    {
      field: "website",
      from: "https://acme.example",
      reason: "no place",
      sentence:
        'Website "https://acme.example" has no place: Xero lets no app write it.',
    },
  ],
  [
    { address: { line1: "1 High St\n Yard" } },
    {
      field: "address line 1",
      from: "1 High St\n Yard",
      to: "1 High St Yard",
      reason: "cleaned",
      sentence: 'Address line 1 "1 High St\n Yard" becomes "1 High St Yard".',
    },
  ],
  [
    { address: { postalCode: "9".repeat(51) } },
    {
      field: "postal code",
      from: "9".repeat(51),
      to: `${"9".repeat(49)}…`,
      reason: "cut",
      sentence: `Postal code "${"9".repeat(51)}" is cut to Xero's 50 characters.`,
    },
  ],
  [
    { accountNumber: "7".repeat(51) },
    {
      field: "account number",
      from: "7".repeat(51),
      reason: "refused",
      sentence: `Account number "${"7".repeat(51)}" is longer than Xero's 50 characters: correct it, or the customer is refused.`,
    },
  ],
  [
    { email: "jörg@acme.example" },
    {
      field: "e-mail address",
      from: "jörg@acme.example",
      reason: "refused",
      sentence:
        'E-mail address "jörg@acme.example" has the character "ö", which Xero takes in no e-mail address: correct it, or the customer is refused.',
    },
  ],
])("tells what becomes of %j", (more, expected) => {
  expect(lostInXero({ ...acme, ...more })).toEqual([expected]);
});

it("knows the name as HubSpot has it", () => {
  const record = { id: "1", properties: { name: "Acme  <UK>" } };
  expect(notCarried(readCompany(record))).toBe(
    'Name "Acme  <UK>" becomes "Acme UK".',
  );
});

it("tells only of fields that the step writes", () => {
  const customer = { ...acme, website: "acme.example", phone: "1".repeat(51) };
  expect(lostInXero(customer, ["email"])).toEqual([]);
  expect(lostInXero(customer, ["phone"]).map(({ field }) => field)).toEqual([
    "phone",
  ]);
});

it("covers every field that is kept in step", () => {
  const unfit = "x\n".repeat(300);
  const { street: line1, ...fields } = Object.fromEntries(
    CUSTOMER_FIELDS.map((field) => [field, unfit]),
  );
  // Of a currency only the case changes.
  const customer = {
    ...acme,
    ...fields,
    currency: "gbp",
    address: { ...fields, currency: undefined, line1 },
  };
  expect(lostInXero(customer)).toHaveLength(CUSTOMER_FIELDS.length - 1);
});
