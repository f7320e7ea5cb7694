import fc from "fast-check";
import type { HubspotObject } from "@hubspot-xero/shared/hubspot/wire";
import type { Records } from "./vendors";

/** Decimal text with up to so many decimals, as HubSpot writes numbers. */
const decimal = (max: number, decimals: number) =>
  fc
    .tuple(
      fc.integer({ min: 0, max }),
      fc.integer({ min: 0, max: 10 ** decimals - 1 }),
      fc.integer({ min: 0, max: decimals }),
    )
    .map(([whole, fraction, shown]) => {
      const digits = String(fraction).padStart(decimals, "0").slice(0, shown);
      return digits ? `${whole}.${digits}` : String(whole);
    });

const words = fc.oneof(
  fc.string({ minLength: 1, maxLength: 30 }),
  fc.constantFrom(
    "Smith & Sons",
    'Bob "The Builder"',
    "O'Neil",
    "株式会社",
    "Design  sprint\nin two lines",
  ),
);

const line = fc.record(
  {
    name: words,
    description: words,
    hs_sku: fc.constantFrom("DESIGN", "design", "UNKNOWN"),
    quantity: decimal(40, 5),
    price: decimal(3000, 6),
    discount: decimal(20, 2),
    hs_discount_percentage: decimal(99, 3),
    hs_tax_rate_group_id: fc.constantFrom("9001", "9002", "9009"),
    hs_position_on_quote: fc.constantFrom("0", "1", "2"),
    hs_pricing_model: fc.constantFrom("flat", "flat", "flat", "graduated"),
    amount: fc.constantFrom("0", "100.00"),
  },
  { requiredKeys: ["price"] },
);

/** Most lines of real deals have no wrong amount and no rare figure: each oddity comes with one in some. */
const usualLine = fc
  .tuple(line, fc.integer({ min: 0, max: 63 }))
  .map(([properties, odd]) => {
    const kept: Record<string, string> = { ...properties };
    if (odd !== 0) delete kept["amount"];
    if (odd > 2) delete kept["hs_pricing_model"];
    if (odd % 3 !== 0) delete kept["discount"];
    else delete kept["hs_discount_percentage"];
    if (kept["hs_tax_rate_group_id"] === "9009" && odd > 4)
      kept["hs_tax_rate_group_id"] = "9001";
    return kept;
  });

const links = (ids: string[], type: string) => ({
  results: ids.map((id) => ({ id, type })),
});

/** A deal with its payer and lines, and the contacts that Xero finds for it. */
export const records: fc.Arbitrary<Records> = fc
  .record({
    lines: fc.array(usualLine, { maxLength: 6 }),
    name: words,
    amount: fc.option(decimal(9000, 2), { nil: undefined }),
    currency: fc.constantFrom("GBP", "GBP", "GBP", "EUR", "USD"),
    payer: fc.constantFrom("company", "company", "stored", "person", "nobody"),
    companyName: words,
    found: fc.constantFrom("none", "none", "email", "name", "archived"),
  })
  .map(({ lines, name, amount, currency, payer, companyName, found }) => {
    const lineRecords: HubspotObject[] = lines.map((properties, index) => ({
      id: String(801 + index),
      properties,
    }));
    const isCompany = payer === "company" || payer === "stored";
    const hit = {
      ContactID: "5d3f1b77-0e4a-4f7e-8f0b-9c6a2f1d4e55",
      Name: found === "name" ? companyName : "Somebody Else",
      EmailAddress: found === "name" ? "" : "ada@example.com",
      ContactStatus: found === "archived" ? "ARCHIVED" : "ACTIVE",
    };
    return {
      deal: {
        id: "701",
        properties: {
          dealname: name,
          amount,
          deal_currency_code: currency,
          dealstage: "closedwon",
        },
        associations: {
          "line items": links(
            lineRecords.map(({ id }) => id),
            "deal_to_line_item",
          ),
          ...(isCompany && { companies: links(["501"], "deal_to_company") }),
          ...(payer !== "nobody" && {
            contacts: links(["601"], "deal_to_contact"),
          }),
        },
      },
      lines: lineRecords,
      company: isCompany
        ? {
            id: "501",
            properties: {
              name: companyName,
              city: "Leeds",
              ...(payer === "stored" && { xero_contact_id: hit.ContactID }),
            },
          }
        : undefined,
      people: [
        {
          id: "601",
          properties: {
            firstname: "Ada",
            lastname: "Byron",
            email: "ada@example.com",
          },
        },
      ],
      contacts: found === "none" ? [] : [hit],
    };
  });

/** A step as a user may fill it in, in the spelling of both platforms' shared fields. */
export const step = fc.record(
  {
    invoiceStatus: fc.constantFrom("DRAFT", "SUBMITTED", "AUTHORISED"),
    accountCode: fc.constantFrom("200", "200", "200", "400", "999"),
    taxType: fc.constantFrom("OUTPUT2", "NONE", "NOPE"),
    lineAmountTypes: fc.constantFrom("Exclusive", "Inclusive", "NoTax"),
    dueInDays: fc.constantFrom("0", "14", "30", "30"),
    dueRule: fc.constantFrom(
      "days_after_invoice_date",
      "days_after_end_of_month",
      "days_after_end_of_next_month",
    ),
    onDifference: fc.constantFrom("rounding_line", "rounding_line", "refuse"),
    withoutLines: fc.constantFrom("deal_amount", "refuse"),
    customerMatch: fc.constantFrom("email", "company_name"),
    reference: words,
    brandingThemeId: fc.constant("dfe23d27-a3a6-4ef3-a5ca-b9e02b142dde"),
    tracking: fc.constant([
      "351953c4-8127-4009-88c3-f9cd8c9cbe9f/ce205173-7387-4651-9726-2cf4c5405ba2",
    ]),
    taxTable: fc.constant([
      { hubspotTaxRate: "9001", xeroTaxRate: "OUTPUT2" },
      { hubspotTaxRate: "9002", xeroTaxRate: "RROUTPUT" },
    ]),
  },
  // Both editors fill in 30 days where a user leaves the field alone.
  { requiredKeys: ["invoiceStatus", "taxTable", "dueInDays"] },
);
