import {
  customerFilter,
  matchCustomer,
  type CustomerMatch,
} from "../../src/customer/matchCustomer";
import type { Customer } from "../../src/customer/customer";
import type { XeroContact } from "../../src/xero/wire";
import {
  CONTACT_ID,
  customer,
  OTHER_CONTACT_ID,
  xeroContact,
} from "../builders";

const NUMBER = "hubspot-company-501";
const other = (changes: XeroContact = {}) =>
  xeroContact({ ContactID: OTHER_CONTACT_ID, ...changes });
const conflict = (
  found: XeroContact[],
  who: Customer = customer(),
  match: CustomerMatch = "email",
) => {
  try {
    matchCustomer(who, found, match);
  } catch (error) {
    expect(error).toMatchObject({ kind: "conflict" });
    return (error as Error).message;
  }
  throw new Error("No conflict was found.");
};

describe("the filter", () => {
  it.each<[string, Partial<Customer>, string]>([
    [
      "number, e-mail and name",
      {},
      'ContactNumber=="hubspot-company-501" OR EmailAddress=="priya@harbourfinch.example" OR Name=="Harbour & Finch"',
    ],
    [
      "the name alone",
      { hubspotId: undefined, email: undefined },
      'Name=="Harbour & Finch"',
    ],
    [
      "number and e-mail",
      { name: "" },
      'ContactNumber=="hubspot-company-501" OR EmailAddress=="priya@harbourfinch.example"',
    ],
    [
      "quotes, doubled",
      { hubspotId: undefined, email: undefined, name: 'The "Blue" Door' },
      'Name=="The ""Blue"" Door"',
    ],
  ])("asks by %s", (_, changes, expected) => {
    expect(customerFilter(customer(changes))).toBe(expected);
  });

  it("needs a name or an e-mail address", () => {
    const nobody = customer({
      hubspotId: undefined,
      name: "",
      email: undefined,
    });
    expect(() => customerFilter(nobody)).toThrow(
      "has neither a name nor an e-mail address. Add one in HubSpot.",
    );
  });
});

describe("a match", () => {
  it.each<[string, Partial<Customer>, CustomerMatch, XeroContact[]]>([
    [
      "our number, whatever else matches",
      {},
      "email",
      [
        other(),
        xeroContact({ ContactNumber: NUMBER, Name: "X", EmailAddress: "" }),
      ],
    ],
    [
      "the e-mail, in any case",
      {},
      "email",
      [xeroContact({ EmailAddress: "PRIYA@HarbourFinch.example" })],
    ],
    [
      "the one active contact beside archived ones",
      {},
      "email",
      [other({ ContactStatus: "ARCHIVED" }), xeroContact()],
    ],
    [
      "the one active contact beside one that asked to be forgotten",
      {},
      "email",
      [other({ ContactStatus: "GDPRREQUEST" }), xeroContact()],
    ],
    [
      "the name, in any case and spacing",
      { email: undefined },
      "email",
      [xeroContact({ Name: "HARBOUR  & finch" })],
    ],
    [
      "the name, where that is the key",
      {},
      "company_name",
      [
        other({ Name: "Someone else" }),
        xeroContact({ EmailAddress: "old@x.example" }),
      ],
    ],
    [
      "the e-mail, beside an archived namesake",
      {},
      "email",
      [
        xeroContact({ Name: "H&F" }),
        other({ EmailAddress: "x@x.example", ContactStatus: "ARCHIVED" }),
      ],
    ],
    [
      "a contact that somebody gave another number",
      {},
      "email",
      [xeroContact({ ContactNumber: "C-17" })],
    ],
    [
      "a contact of a HubSpot record, for a customer that was typed in",
      { hubspotId: undefined },
      "email",
      [xeroContact({ ContactNumber: "hubspot-company-777" })],
    ],
  ])("by %s", (_, changes, match, found) => {
    const hit = matchCustomer(customer(changes), found, match);
    expect(hit?.ContactID).toBe(CONTACT_ID);
  });
});

describe("no match, so the customer is new", () => {
  it.each<[string, Partial<Customer>, CustomerMatch, XeroContact[]]>([
    ["nothing was found", {}, "email", []],
    [
      "an archived namesake stands in nobody's way",
      {},
      "email",
      [other({ EmailAddress: "x@x.example", ContactStatus: "ARCHIVED" })],
    ],
    [
      "the e-mail is another company's, and names are the key",
      {},
      "company_name",
      [other({ Name: "Parent Group" })],
    ],
  ])("%s", (_, changes, match, found) => {
    expect(matchCustomer(customer(changes), found, match)).toBeUndefined();
  });
});

describe("a conflict", () => {
  it("two active hits: both are named", () => {
    const found = [xeroContact(), other({ Name: "H&F" })];
    expect(conflict(found)).toBe(
      `Xero has 2 active contacts with the e-mail priya@harbourfinch.example of company "Harbour & Finch" (HubSpot 501): "Harbour & Finch" (${CONTACT_ID}, priya@harbourfinch.example), "H&F" (${OTHER_CONTACT_ID}, priya@harbourfinch.example). Merge them in Xero, or put the right Xero contact ID on the HubSpot record.`,
    );
  });

  it.each<[string, XeroContact]>([
    ["our number", { ContactNumber: NUMBER, ContactStatus: "ARCHIVED" }],
    ["the e-mail", { ContactStatus: "ARCHIVED" }],
    ["the e-mail, asked to be forgotten", { ContactStatus: "GDPRREQUEST" }],
  ])("the only contact with %s is archived", (_, changes) => {
    expect(conflict([xeroContact(changes)])).toBe(
      `The Xero contact "Harbour & Finch" (${CONTACT_ID}, priya@harbourfinch.example) that matches company "Harbour & Finch" (HubSpot 501) is archived. Restore it in Xero (Contacts > Archived), then run this step again.`,
    );
  });

  it("the hit belongs to another HubSpot record", () => {
    const found = [xeroContact({ ContactNumber: "hubspot-company-777" })];
    expect(conflict(found)).toBe(
      `The Xero contact "Harbour & Finch" (${CONTACT_ID}, priya@harbourfinch.example) has the e-mail priya@harbourfinch.example of company "Harbour & Finch" (HubSpot 501), but belongs to another HubSpot record (hubspot-company-777). Match by name, or put the right Xero contact ID on the HubSpot record.`,
    );
  });

  it("an active namesake has another e-mail address", () => {
    const found = [xeroContact({ EmailAddress: "info@hf.example" })];
    expect(conflict(found)).toBe(
      `Xero already has an active contact "Harbour & Finch" (${CONTACT_ID}, info@hf.example) with the name of company "Harbour & Finch" (HubSpot 501), but another e-mail address. Xero allows one active contact of a name: match by name, or put the right Xero contact ID on the HubSpot record.`,
    );
  });

  it("one contact has the e-mail and another the name: both are named", () => {
    const found = [
      xeroContact({ Name: "H&F" }),
      other({ EmailAddress: "info@hf.example" }),
    ];
    expect(conflict(found)).toBe(
      `Two Xero contacts could be company "Harbour & Finch" (HubSpot 501): "H&F" (${CONTACT_ID}, priya@harbourfinch.example) has its e-mail priya@harbourfinch.example, "Harbour & Finch" (${OTHER_CONTACT_ID}, info@hf.example) has its name. Match by name, or put the right Xero contact ID on the HubSpot record.`,
    );
  });

  it("two active namesakes, where there is no e-mail address", () => {
    const who = customer({ email: undefined });
    expect(conflict([xeroContact(), other()], who)).toContain(
      "Xero has 2 active contacts with the name of company",
    );
  });

  it("two active contacts carry our number", () => {
    const found = [
      xeroContact({ ContactNumber: NUMBER }),
      other({ ContactNumber: NUMBER }),
    ];
    expect(conflict(found)).toContain("2 active contacts");
  });
});
