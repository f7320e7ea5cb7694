import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { bookCreditNote, bookInvoice } from "./booked";
import { approved, openTenant, send } from "./tenant";
import type { Answer, Tenant } from "./tenant";

const RECORDINGS = join(__dirname, "../../../../../shared/recordings/xero");

/** What the real API sent and the sandbox does not: everything at and below these paths, with the reason. */
const EXCEPTIONS: Record<string, string> = {
  "Invoices[].RepeatingInvoiceID": "repeating invoices are not served",
  "Contacts[].ContactGroups[]": "contact groups are not served",
  "Invoices[].Contact.ContactGroups[]": "contact groups are not served",
  "Contacts[].BatchPayments": "bank details for batch payments are not served",
};

interface Recorded {
  status: number;
  response: unknown;
}

function recorded(name: string): Recorded {
  const text = readFileSync(join(RECORDINGS, `${name}.json`), "utf8");
  return (JSON.parse(text) as Recorded[])[0]!;
}

const present = existsSync(RECORDINGS);

/** A contact with every field that the recordings show. */
const FULL_CONTACT = {
  Name: "City Limousines",
  ContactNumber: "hubspot-company-1",
  FirstName: "Martin",
  LastName: "Dale",
  DefaultCurrency: "GBP",
  TaxNumber: "GB 1",
  AccountsReceivableTaxType: "OUTPUT2",
  AccountsPayableTaxType: "INPUT2",
  Addresses: [
    {
      AddressType: "POBOX",
      AddressLine1: "1206 Harbour Tower",
      AddressLine2: "59-65 South Street",
      AddressLine3: "",
      AddressLine4: "",
      AttentionTo: "Accounts Dept",
    },
  ],
  Phones: [{ PhoneType: "MOBILE", PhoneNumber: "7774001" }],
};

async function openFullTenant(): Promise<Tenant> {
  const tenant = openTenant();
  const [theme] = tenant.xero.books().brandingThemes;
  const BrandingTheme = { BrandingThemeID: theme!.BrandingThemeID };
  await tenant.call("POST", "/Contacts", { ...FULL_CONTACT, BrandingTheme });
  return tenant;
}

/** An invoice paid alone and in a batch, and one paid off by a credit note. */
async function settle(tenant: Tenant): Promise<void> {
  const person = tenant.xero.person();
  const { InvoiceID } = bookInvoice(tenant);
  const Invoice = { InvoiceID };
  const Account = { Code: "090" };
  await tenant.call("PUT", "/Payments", {
    Payments: [{ Invoice, Account, Amount: 60, Reference: "r" }],
  });
  await tenant.call("PUT", "/BatchPayments", {
    Account,
    Payments: [{ Invoice, Amount: 60, Reference: "" }],
  });
  const credited = bookInvoice(tenant, { UnitAmount: 50 });
  person.allocate(bookCreditNote(tenant).ID, credited.InvoiceID, 60);
}

(present ? describe : describe.skip)("recorded answers", () => {
  const rich = approved(
    { ItemCode: "BOOK", Tracking: [{ Name: "Region", Option: "North" }] },
    { Reference: "r", SentToContact: true },
  );
  const invoice = async (tenant: Tenant) => {
    await tenant.call("PUT", "/Invoices", rich);
  };

  const cases: [string, (tenant: Tenant) => Promise<Answer>][] = [
    [
      "list-tenants",
      ({ xero, token }) =>
        send(xero, "GET", "/connections", undefined, {
          authorization: `Bearer ${token}`,
        }),
    ],
    ["organisations", ({ call }) => call("GET", "/Organisation")],
    ["accounts", ({ call }) => call("GET", "/Accounts")],
    ["items", ({ call }) => call("GET", "/Items")],
    [
      "create-item",
      ({ call }) => call("PUT", "/Items", { Code: "T", Name: "Test" }),
    ],
    [
      "update-item",
      ({ call }) =>
        call("POST", "/Items", {
          Code: "MUG",
          Description: "x",
          SalesDetails: {
            UnitPrice: 1,
            AccountCode: "200",
            TaxType: "OUTPUT2",
          },
        }),
    ],
    [
      "create-contact",
      ({ call }) => call("PUT", "/Contacts", { Contacts: [{ Name: "Test" }] }),
    ],
    [
      "update-contact",
      ({ call }) => call("POST", "/Contacts", { Name: "City Limousines" }),
    ],
    [
      "get-contact",
      async (tenant) => {
        await invoice(tenant);
        const [contact] = tenant.xero.books().contacts;
        return tenant.call("GET", `/Contacts/${contact!.ContactID}`);
      },
    ],
    [
      "contacts",
      async (tenant) => {
        await invoice(tenant);
        return tenant.call("GET", "/Contacts?page=1");
      },
    ],
    ["create-invoice", ({ call }) => call("PUT", "/Invoices", rich)],
    [
      "update-invoice",
      async (tenant) => {
        await invoice(tenant);
        return tenant.call("POST", "/Invoices?summarizeErrors=false", {
          InvoiceNumber: "INV-0001",
          Reference: "changed",
        });
      },
    ],
    [
      "get-invoice",
      async (tenant) => {
        await invoice(tenant);
        return tenant.call("GET", "/Invoices/INV-0001");
      },
    ],
    [
      "invoices",
      async (tenant) => {
        await invoice(tenant);
        await settle(tenant);
        return tenant.call("GET", "/Invoices?page=1");
      },
    ],
  ];

  test.each(cases)("%s has the keys and types of ours", async (name, ask) => {
    const { status, response } = recorded(name);
    const answer = await ask(await openFullTenant());
    expect(answer.status).toBe(status);
    const real = shapeOf(response);
    const ours = shapeOf(answer.body);
    const missing = [...real]
      .filter(
        ([path]) =>
          !Object.keys(EXCEPTIONS).some((start) => path.startsWith(start)),
      )
      .filter(([path, type]) => ours.get(path) !== type)
      .map(([path, type]) => `${path}: ${type}, here ${ours.get(path)}`);
    expect(missing).toEqual([]);
  });
});

/** The JSON types at each path, over all the objects of a list. */
function shapeOf(value: unknown): Map<string, string> {
  const shape = new Map<string, string>();
  collect([value], "", shape);
  return shape;
}

function collect(
  values: unknown[],
  path: string,
  shape: Map<string, string>,
): void {
  const types = new Set(values.map(typeOf));
  if (path) shape.set(path, [...types].sort().join("|"));
  const members = values.filter((value) => Array.isArray(value)).flat();
  if (members.length > 0) collect(members, `${path}[]`, shape);
  const objects = values.filter(
    (value): value is Record<string, unknown> => typeOf(value) === "object",
  );
  for (const key of new Set(objects.flatMap((object) => Object.keys(object))))
    collect(
      objects.filter((object) => key in object).map((object) => object[key]),
      path ? `${path}.${key}` : key,
      shape,
    );
}

function typeOf(value: unknown): string {
  return Array.isArray(value)
    ? "array"
    : value === null
      ? "null"
      : typeof value;
}
