import { Hono } from "hono";
import { saveBatch } from "./batch";
import type { XeroEnv } from "./books";
import { answer } from "./envelope";
import { notFound, RulesBroken } from "./errors";
import { flag, select } from "./listing";
import type { Queryable } from "./listing";
import { readElements } from "./postData";
import { currencyName } from "./seed";

const ACCOUNTS: Queryable = {
  resource: "Account",
  fields: {
    AccountID: "guid",
    Code: "text",
    Name: "text",
    Status: "text",
    Type: "text",
    TaxType: "text",
    Class: "text",
    Description: "text",
    SystemAccount: "text",
    EnablePaymentsToAccount: "boolean",
    ShowInExpenseClaims: "boolean",
    BankAccountNumber: "text",
    BankAccountType: "text",
    CurrencyCode: "text",
    ReportingCode: "text",
    UpdatedDateUTC: "date",
  },
};

const TAX_RATES: Queryable = {
  resource: "TaxRate",
  fields: {
    Name: "text",
    TaxType: "text",
    ReportTaxType: "text",
    Status: "text",
    CanApplyToAssets: "boolean",
    CanApplyToEquity: "boolean",
    CanApplyToExpenses: "boolean",
    CanApplyToLiabilities: "boolean",
    CanApplyToRevenue: "boolean",
    DisplayTaxRate: "number",
    EffectiveRate: "number",
  },
};

const CURRENCIES: Queryable = {
  resource: "Currency",
  fields: { Code: "text", Description: "text" },
};

const TRACKING_CATEGORIES: Queryable = {
  resource: "TrackingCategory",
  fields: { TrackingCategoryID: "guid", Name: "text", Status: "text" },
};

/** What an organisation is set up with: read by the connector, changed by people in Xero. */
export function settings(): Hono<XeroEnv> {
  const routes = new Hono<XeroEnv>();

  routes.get("/Organisation", (c) =>
    answer(c, "Organisations", [c.get("books").organisation]),
  );

  routes.get("/Accounts", (c) =>
    answer(c, "Accounts", select(c, c.get("books").accounts.all(), ACCOUNTS)),
  );
  routes.get("/Accounts/:id", (c) =>
    answer(c, "Accounts", [
      c.get("books").accounts.get(c.req.param("id")) ?? missing(),
    ]),
  );

  routes.get("/TaxRates", (c) =>
    answer(c, "TaxRates", select(c, c.get("books").taxRates.all(), TAX_RATES)),
  );
  routes.get("/TaxRates/:taxType", (c) =>
    answer(c, "TaxRates", [
      c.get("books").taxRates.get(c.req.param("taxType")) ?? missing(),
    ]),
  );

  routes.get("/Currencies", (c) =>
    answer(
      c,
      "Currencies",
      select(c, c.get("books").currencies.all(), CURRENCIES),
    ),
  );
  routes.put("/Currencies", async (c) =>
    saveBatch(c, {
      collection: "Currencies",
      documents: readElements(
        { Code: "text" } as const,
        "Currencies",
        await c.req.text(),
      ),
      save: ({ Code: code = "" }, transaction) => {
        // Xero's own text for an unknown code was not seen.
        if (!Intl.supportedValuesOf("currency").includes(code))
          throw new RulesBroken([`Currency code '${code}' is not valid`]);
        const row = { Code: code, Description: currencyName(code) };
        c.get("books").currencies.put(row, transaction);
        return { row };
      },
      show: (row) => row,
      echo: (document) => document,
    }),
  );

  routes.get("/BrandingThemes", (c) =>
    answer(c, "BrandingThemes", c.get("books").brandingThemes.all()),
  );
  routes.get("/BrandingThemes/:id", (c) =>
    answer(c, "BrandingThemes", [
      c.get("books").brandingThemes.get(c.req.param("id")) ?? missing(),
    ]),
  );

  routes.get("/TrackingCategories", (c) => {
    const rows = select(
      c,
      c.get("books").trackingCategories.all(),
      TRACKING_CATEGORIES,
    );
    return answer(
      c,
      "TrackingCategories",
      flag(c, "includeArchived")
        ? rows
        : rows.filter((row) => row.Status === "ACTIVE"),
    );
  });
  routes.get("/TrackingCategories/:id", (c) =>
    answer(c, "TrackingCategories", [
      c.get("books").trackingCategories.get(c.req.param("id")) ?? missing(),
    ]),
  );

  return routes;
}

function missing(): never {
  throw notFound();
}
