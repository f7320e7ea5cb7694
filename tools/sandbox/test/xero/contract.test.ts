import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ResponseValidator from "openapi-response-validator";
import type { OpenAPIResponseValidatorArgs } from "openapi-response-validator";
import { parse } from "yaml";
import { contactGroupCases } from "./contactGroupCases";
import { settle, settlementCases } from "./settlementCases";
import type { Case } from "./settlementCases";
import { approved, openTenant, type Tenant } from "./tenant";

const CONTRACT = join(
  __dirname,
  "../../../../../shared/contracts/xero/xero_accounting.yaml",
);

interface Property {
  type?: string;
  default?: unknown;
}

interface Contract {
  paths: Record<
    string,
    Record<string, { responses: OpenAPIResponseValidatorArgs["responses"] }>
  >;
  components: {
    schemas: Record<string, { properties?: Record<string, Property> }>;
    responses: Record<string, object>;
  };
}

/** What has to be mended before the contract can be held against an answer. */
const FAULTS: { reason: string; mend(contract: Contract): void }[] = [
  {
    reason:
      'booleans such as HasAttachments have the text "false" as their default, which fills absent values with a text',
    mend: ({ components }) =>
      Object.values(components.schemas)
        .flatMap(({ properties = {} }) => Object.values(properties))
        .filter(({ type }) => type === "boolean")
        .forEach((property) => delete property.default),
  },
  {
    reason:
      "the validator does not follow references to whole responses, such as 400Error",
    mend: ({ paths, components }) =>
      Object.values(paths)
        .flatMap((path) => Object.values(path))
        .forEach(({ responses }) => {
          for (const [status, response] of Object.entries(responses ?? {})) {
            const name = (response as { $ref?: string }).$ref?.split("/").pop();
            if (name)
              Object.assign(responses, {
                [status]: components.responses[name],
              });
          }
        }),
  },
];

const present = existsSync(CONTRACT);

(present ? describe : describe.skip)("Xero's OpenAPI contract", () => {
  let contract: Contract;
  beforeAll(() => {
    contract = parse(readFileSync(CONTRACT, "utf8")) as Contract;
    FAULTS.forEach(({ mend }) => mend(contract));
  });

  const contact = { Contacts: [{ Name: "Acme", EmailAddress: "a@b.example" }] };
  const item = { Items: [{ Code: "NEW", SalesDetails: { UnitPrice: 1 } }] };
  const template = {
    ...approved({}),
    Schedule: {
      Period: 1,
      Unit: "MONTHLY",
      DueDate: 14,
      DueDateType: "DAYSAFTERBILLDATE",
      StartDate: "2026-11-30",
      EndDate: "2027-11-30",
    },
  };
  const cases: Case[] = [
    ["GET", "/Organisation"],
    ["GET", "/Accounts"],
    ["GET", "/TaxRates"],
    ["GET", "/TaxRates/{TaxType}", () => "/TaxRates/OUTPUT2"],
    ["GET", "/Currencies"],
    ["PUT", "/Currencies", undefined, { Code: "USD" }],
    ["GET", "/BrandingThemes"],
    ["GET", "/TrackingCategories"],
    ["GET", "/Items"],
    ["GET", "/Items/{ItemID}", () => "/Items/BOOK"],
    ["PUT", "/Items", undefined, item],
    ["POST", "/Items", undefined, item],
    ["PUT", "/Items", undefined, { Items: [{ Code: "BOOK" }] }, 400],
    ["GET", "/Contacts", () => "/Contacts?page=1&includeArchived=true"],
    ["GET", "/Contacts", () => "/Contacts"],
    ["GET", "/Contacts", () => "/Contacts?summaryOnly=true"],
    ["GET", "/Contacts/{ContactNumber}", () => "/Contacts/C9"],
    [
      "GET",
      "/Contacts/{ContactID}",
      ({ xero }) => `/Contacts/${xero.books().contacts[0]!.ContactID}`,
    ],
    ["PUT", "/Contacts", undefined, contact],
    ["POST", "/Contacts", undefined, contact],
    [
      "POST",
      "/Contacts/{ContactID}",
      ({ xero }) => `/Contacts/${xero.books().contacts[0]!.ContactID}`,
      { FirstName: "Martin" },
    ],
    ["PUT", "/Contacts", undefined, { Name: "City Limousines" }, 400],
    ...contactGroupCases,
    ["GET", "/Invoices", () => "/Invoices?page=1"],
    ["GET", "/Invoices", () => "/Invoices"],
    ["GET", "/Invoices", () => "/Invoices?summaryOnly=true&page=1"],
    ["GET", "/Invoices/{InvoiceID}", () => "/Invoices/INV-0001"],
    ["PUT", "/Invoices", undefined, approved({ ItemCode: "BOOK" })],
    [
      "PUT",
      "/Invoices",
      () => "/Invoices?summarizeErrors=false",
      { Invoices: [approved({}), approved({ AccountCode: "999" })] },
    ],
    ["PUT", "/Invoices", undefined, approved({ AccountCode: "999" }), 400],
    ["POST", "/Invoices", undefined, approved({ DiscountRate: 10 })],
    [
      "POST",
      "/Invoices/{InvoiceID}",
      () => "/Invoices/INV-0001",
      { Reference: "PO 7" },
    ],
    [
      "GET",
      "/Invoices/{InvoiceID}/OnlineInvoice",
      () => "/Invoices/INV-0001/OnlineInvoice",
    ],
    [
      "POST",
      "/Invoices/{InvoiceID}/Email",
      () => "/Invoices/INV-0001/Email",
      {},
      204,
    ],
    ["PUT", "/RepeatingInvoices", undefined, template],
    ["POST", "/RepeatingInvoices", undefined, template],
    ["PUT", "/RepeatingInvoices", undefined, approved({}), 400],
    ["GET", "/RepeatingInvoices"],
    [
      "GET",
      "/RepeatingInvoices/{RepeatingInvoiceID}",
      (tenant) => `/RepeatingInvoices/${templateId(tenant)}`,
    ],
    [
      "POST",
      "/RepeatingInvoices/{RepeatingInvoiceID}",
      (tenant) => `/RepeatingInvoices/${templateId(tenant)}`,
      { Status: "DELETED" },
    ],
    ...settlementCases,
  ];
  const templateId = ({ xero }: Tenant) =>
    xero.books().repeatingInvoices[0]!.RepeatingInvoiceID;

  test.each(cases)(
    "%s %s",
    async (method, path, url = () => path, body, status = 200) => {
      const tenant = openTenant();
      const Tracking = [{ Name: "Region", Option: "North" }];
      await tenant.call("PUT", "/Invoices", approved({ Tracking }));
      await tenant.call("PUT", "/RepeatingInvoices", template);
      settle(tenant);
      const answer = await tenant.call(method, url(tenant), body);
      expect([answer.status, answer.text.slice(0, 500)]).toEqual([
        status,
        expect.any(String),
      ]);
      if (status === 204) return expect(answer.text).toBe("");

      const operation = contract.paths[path]?.[method.toLowerCase()];
      const validator = new ResponseValidator({
        responses: operation!.responses,
        components: contract.components as never,
      });
      expect(validator.validateResponse(status, answer.body)).toBeUndefined();
    },
  );
});
