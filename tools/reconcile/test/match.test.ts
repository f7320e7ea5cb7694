import type { Customer } from "@hubspot-xero/shared/customer/customer";
import type { XeroContact } from "@hubspot-xero/shared/xero/wire";
import { matchAccounts, type MatchOptions } from "../src/match";
import { isWrite, type HubspotRecord, type Proposal } from "../src/proposal";

const BY_DEFAULT: MatchOptions = {
  customerMatch: "email",
  companyMatch: "name",
};

const company = (
  hubspotId: string,
  name: string,
  more: Partial<Customer> = {},
): HubspotRecord => ({
  customer: { type: "company", hubspotId, name, ...more },
});

const person = (
  hubspotId: string,
  name: string,
  email: string,
  more: Partial<HubspotRecord> = {},
): HubspotRecord => ({
  customer: { type: "contact", hubspotId, name, firstName: name, email },
  ...more,
});

const contact = (
  ContactID: string,
  Name: string,
  more: XeroContact = {},
): XeroContact => ({ ContactID, Name, ContactStatus: "ACTIVE", ...more });

/** `likely company 1 > a: writes a, hubspot-company-1`, for each row. */
function rows(
  records: HubspotRecord[],
  contacts: XeroContact[],
  options: Partial<MatchOptions> = {},
): string[] {
  return matchAccounts(
    { records, contacts },
    { ...BY_DEFAULT, ...options },
  ).map(rowText);
}

function rowText({ kind, record, contact, candidates, writes }: Proposal) {
  const { customer } = record ?? {};
  const xero = [
    contact?.ContactID ?? "",
    ...candidates.map(({ ContactID }) => `?${ContactID}`),
  ].join("");
  return [
    kind,
    customer && `${customer.type} ${customer.hubspotId}`,
    `> ${xero}`,
    ...Object.values(writes).map((value) => `+${value}`),
  ]
    .filter(Boolean)
    .join(" ");
}

it.each([
  "Smith & Sons",
  'Bob "The Builder"',
  "O'Neil",
  "株式会社",
  "Café Zürich",
])("knows a company by its name: %s", (name) => {
  expect(
    rows([company("1", name)], [contact("a", name), contact("b", "Other")]),
  ).toEqual(["likely company 1 > a +a +hubspot-company-1", "none > b"]);
});

it("takes names in two cases for one, as Xero does", () => {
  expect(rows([company("1", "ACME  ltd")], [contact("a", "Acme Ltd")])).toEqual(
    ["likely company 1 > a +a +hubspot-company-1"],
  );
});

it("leaves one name in two cases on HubSpot's side to a person", () => {
  expect(
    rows([company("1", "Acme"), company("2", "ACME")], [contact("a", "Acme")]),
  ).toEqual(["ambiguous company 1 > ?a", "ambiguous company 2 > ?a"]);
});

it("leaves two contacts with one e-mail address to a person, and names them", () => {
  const [proposal] = matchAccounts(
    {
      records: [person("1", "Jo", "Jo@acme.example")],
      contacts: [
        contact("a", "Jo", { EmailAddress: "jo@acme.example" }),
        contact("b", "Acme", { EmailAddress: "JO@acme.example" }),
      ],
    },
    BY_DEFAULT,
  );
  expect(rowText(proposal!)).toBe("ambiguous contact 1 > ?a?b");
  expect(proposal?.why).toContain('"Jo" (a, jo@acme.example), "Acme" (b');
});

it("gives a contact to the company with its name before the person with its e-mail", () => {
  expect(
    rows(
      [
        person("2", "Jo", "jo@acme.example", { hasCompany: true }),
        company("1", "Acme"),
      ],
      [contact("a", "Acme", { EmailAddress: "jo@acme.example" })],
    ),
  ).toEqual([
    "ambiguous contact 2 > ?a",
    "likely company 1 > a +a +hubspot-company-1",
  ]);
});

it("takes a person without a company by e-mail under another name", () => {
  const record = person("1", "Jo", "jo@acme.example");
  const found = contact("a", "Jo's Studio", {
    EmailAddress: "jo@acme.example",
  });
  expect(rows([record], [found])).toEqual([
    "likely contact 1 > a +a +hubspot-contact-1",
  ]);
  expect(rows([{ ...record, hasCompany: true }], [found])).toEqual([
    "ambiguous contact 1 > ?a",
  ]);
});

it("completes links that are half made, and leaves whole ones alone", () => {
  expect(
    rows(
      [
        company("1", "One", { xeroContactId: "a" }),
        company("2", "Two"),
        company("3", "Three", { xeroContactId: "c" }),
        company("4", "Four", { xeroContactId: "d" }),
      ],
      [
        contact("a", "Uno"),
        contact("b", "Due", { ContactNumber: "hubspot-company-2" }),
        contact("c", "Tre", { ContactNumber: "hubspot-company-3" }),
        contact("d", "Quattro", { ContactNumber: "C-1004" }),
      ],
    ),
  ).toEqual([
    "exact company 1 > a +hubspot-company-1",
    "exact company 2 > b +b",
    "exact company 3 > c",
    "exact company 4 > d",
  ]);
});

it("never proposes a contact that is linked with another record", () => {
  expect(
    rows(
      [company("1", "Acme"), company("2", "Other", { xeroContactId: "a" })],
      [contact("a", "Acme")],
    ),
  ).toEqual([
    "ambiguous company 1 > ?a",
    "exact company 2 > a +hubspot-company-2",
  ]);
  expect(
    rows(
      [company("1", "Acme"), company("9", "Nine")],
      [contact("a", "Acme", { ContactNumber: "hubspot-company-9" })],
    ),
  ).toEqual(["ambiguous company 1 > ?a", "exact company 9 > a +a"]);
});

it("leaves a contact that a company and a person are linked with to a person", () => {
  const jo = person("2", "Jo", "jo@acme.example");
  jo.customer.xeroContactId = "a";
  expect(
    rows(
      [company("1", "Acme", { xeroContactId: "a" }), jo],
      [contact("a", "Acme")],
    ),
  ).toEqual(["ambiguous company 1 > a", "ambiguous contact 2 > a"]);
});

it("follows merged contacts and leaves archived ones to a person", () => {
  const archived = { ContactStatus: "ARCHIVED" };
  expect(
    rows(
      [
        company("1", "One", { xeroContactId: "a" }),
        company("2", "Two"),
        company("3", "Three"),
        company("4", "Four", { xeroContactId: "f" }),
      ],
      [
        contact("a", "Uno", { ...archived, MergedToContactID: "b" }),
        contact("b", "One and all"),
        contact("c", "Due", {
          ...archived,
          MergedToContactID: "d",
          ContactNumber: "hubspot-company-2",
        }),
        contact("d", "Two and all"),
        contact("e", "Three", archived),
        contact("f", "Four", archived),
        contact("g", "Long gone", archived),
      ],
    ),
  ).toEqual([
    "exact company 1 > b +hubspot-company-1",
    // The number stays with the contact that is gone: Xero keeps it unique.
    "exact company 2 > d +d",
    "ambiguous company 3 > ",
    "ambiguous company 4 > f",
  ]);
});

it("knows a contact by the number of a HubSpot record that was merged", () => {
  expect(
    rows(
      [company("1", "One", { mergedIds: ["7"] })],
      [contact("a", "Uno", { ContactNumber: "hubspot-company-7" })],
    ),
  ).toEqual(["exact company 1 > a +a"]);
});

it("names contacts whose HubSpot record is gone, and links that lead nowhere", () => {
  expect(
    rows(
      [company("1", "One", { xeroContactId: "zz" })],
      [contact("a", "Uno", { ContactNumber: "hubspot-company-99" })],
    ),
  ).toEqual(["ambiguous company 1 > ", "ambiguous > a"]);
});

it("links by domain only where the Zap would, and otherwise shows it", () => {
  const records = [{ ...company("1", "Acme Ltd"), domain: "acme.example" }];
  const contacts = [contact("a", "Acme", { Website: "https://acme.example/" })];
  expect(rows(records, contacts)).toEqual(["ambiguous company 1 > ?a"]);
  expect(rows(records, contacts, { companyMatch: "domain" })).toEqual([
    "likely company 1 > a +a +hubspot-company-1",
  ]);
  expect(
    rows(
      records,
      [...contacts, contact("b", "Acme US", { Website: "www.acme.example" })],
      { companyMatch: "domain" },
    ),
  ).toEqual(["ambiguous company 1 > ?a?b"]);
});

it("shows what Xero could not take, and what has neither name nor e-mail", () => {
  const proposals = matchAccounts(
    {
      records: [person("1", "Jörg", "jörg@acme.example"), company("2", "")],
      contacts: [],
    },
    BY_DEFAULT,
  );
  expect(proposals.map(({ kind, why }) => `${kind}: ${why}`)).toEqual([
    expect.stringMatching(/^none: The e-mail address jörg@acme.example of /),
    "none: It has neither a name nor an e-mail.",
  ]);
});

it("looks every record up instead of comparing each with each", () => {
  const size = 5000;
  const numbers = Array.from({ length: size }, (_, place) => String(place));
  let reads = 0;
  const contacts = numbers.map((id) =>
    Object.defineProperty(contact(`x${id}`, ""), "Name", {
      get: () => {
        reads += 1;
        return `Customer ${id}`;
      },
    }),
  );
  const proposals = matchAccounts(
    { records: numbers.map((id) => company(id, `Customer ${id}`)), contacts },
    BY_DEFAULT,
  );
  expect(proposals.filter(isWrite)).toHaveLength(size);
  expect(reads).toBeLessThan(20 * size);
});
