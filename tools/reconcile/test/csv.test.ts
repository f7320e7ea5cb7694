import type { XeroContact } from "@hubspot-xero/shared/xero/wire";
import { toCsv } from "../src/csv";
import { matchAccounts } from "../src/match";
import type { Accounts, HubspotRecord, Proposal } from "../src/proposal";
import { readChoices } from "../src/readChoices";

const record = (
  hubspotId: string,
  name: string,
  more: Partial<HubspotRecord["customer"]> = {},
): HubspotRecord => ({
  customer: { type: "company", hubspotId, name, ...more },
});

const contact = (
  ContactID: string,
  Name: string,
  more: XeroContact = {},
): XeroContact => ({ ContactID, Name, ContactStatus: "ACTIVE", ...more });

const propose = (accounts: Accounts) =>
  matchAccounts(accounts, { customerMatch: "email", companyMatch: "name" });

const HEAD =
  "\ufeffKind,Link,HubSpot type,HubSpot ID,HubSpot name,HubSpot e-mail,Xero contact ID,Xero name,Xero e-mail,Why,Candidates,Would write,Not carried to Xero";

it("has one row a record, with quotes and every script kept", () => {
  const accounts = {
    records: [record("1", 'Bob "The Builder", Sons'), record("2", "株式会社")],
    contacts: [
      contact("a", 'Bob "The Builder", Sons', { EmailAddress: "b@b.example" }),
      contact("b", "O'Neil"),
    ],
  };
  expect(toCsv(propose(accounts)).split("\r\n")).toEqual([
    HEAD,
    'likely,yes,company,1,"Bob ""The Builder"", Sons",,a,"Bob ""The Builder"", Sons",b@b.example,Same name.,,"Xero contact ID in HubSpot, contact number hubspot-company-1 in Xero",',
    "none,,company,2,株式会社,,,,,Xero has no contact like it.,,,",
    "none,,,,,,b,O'Neil,,HubSpot has no record like it.,,,",
    "",
  ]);
});

it.each(["=1+1", "+49 30", "-Acme", "@SUM(A1)"])(
  "lets no spreadsheet run a name as a formula: %s",
  (name) => {
    const csv = toCsv(propose({ records: [], contacts: [contact("a", name)] }));
    expect(csv).toContain(`,a,'${name},`);
  },
);

describe("an edited file", () => {
  const accounts: Accounts = {
    records: [
      record("1", "Twins"),
      record("2", "Linked", { xeroContactId: "c" }),
      record("3", "Third"),
    ],
    contacts: [
      contact("a", "Twins"),
      contact("b", "Twins & Co"),
      contact("c", "Linked"),
      contact("d", "Gone", { ContactStatus: "ARCHIVED" }),
      contact("e", "Other", { ContactNumber: "hubspot-company-9" }),
    ],
  };
  const rows = (...lines: string[]) =>
    ["\ufeffLink,HubSpot type,HubSpot ID,Xero contact ID,Notes", ...lines].join(
      "\r\n",
    );
  const choices = (...lines: string[]) =>
    readChoices(rows(...lines), accounts).map(
      ({ record: chosen, writes }: Proposal) => [
        chosen?.customer.hubspotId,
        writes,
      ],
    );

  it("links the rows that a person chose, and no others", () => {
    expect(
      choices(
        "yes,company,1,B,is the other one",
        ",company,3,a,",
        "YES,company,2,c,",
      ),
    ).toEqual([
      ["1", { xeroContactId: "b", contactNumber: "hubspot-company-1" }],
      ["2", { contactNumber: "hubspot-company-2" }],
    ]);
  });

  it("gives back what was proposed when nothing was edited", () => {
    const proposals = propose(accounts);
    expect(readChoices(toCsv(proposals), accounts)).toEqual(
      proposals
        .filter(({ writes }) => Object.keys(writes).length > 0)
        .map((proposal) =>
          expect.objectContaining({
            record: proposal.record,
            contact: proposal.contact,
            writes: proposal.writes,
          }),
        ),
    );
  });

  it.each([";", "\t"])("reads a file saved with %j", (delimiter) => {
    const file = rows("yes,company,1,b,").replaceAll(",", delimiter);
    expect(readChoices(file, accounts)).toHaveLength(1);
  });

  it("refuses a file that is no proposal, from which every link would be missing", () => {
    expect(() => readChoices("Name\r\nTwins", accounts)).toThrow(
      /^The file has no column Link, HubSpot type, HubSpot ID, Xero contact ID\./,
    );
  });

  it.each([
    ["ja,company,1,b,", 'Row 2: Link is "ja". Write yes, or clear it.'],
    [
      "yes,company,7,a,",
      "Row 2 (HubSpot company 7): HubSpot has no such record.",
    ],
    [
      "yes,company,1,,",
      "Row 2 (HubSpot company 1): Xero has no contact with this Xero contact ID.",
    ],
    [
      "yes,company,1,d,",
      "Row 2 (HubSpot company 1): The Xero contact is archived.",
    ],
    [
      "yes,company,2,a,",
      "Row 2 (HubSpot company 2): The record is linked with Xero contact c. Clear its Xero contact ID in HubSpot first.",
    ],
    [
      "yes,company,1,e,",
      "Row 2 (HubSpot company 1): The Xero contact is linked with HubSpot company 9.",
    ],
    [
      "yes,company,1,c,",
      'Row 2 (HubSpot company 1): The Xero contact is linked with company "Linked" (HubSpot 2).',
    ],
    ["yes,company,1,a,\r\nyes,company,3,a,", "Row 3: a is in row 2 already."],
    [
      "yes,company,1,a,\r\nyes,company,1,b,",
      "Row 3: company 1 is in row 2 already.",
    ],
  ])("is refused as a whole with %s", (line, problem) => {
    expect(() => choices(line)).toThrow(
      `Nothing was written. Correct the file, or clear the column Link of these rows:\n${problem}`,
    );
  });
});
