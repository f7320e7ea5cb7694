import { createFixedClock } from "../../src/clock";
import type { Clock } from "../../src/clock";
import { createXero } from "../../src/xero/xero";
import type { Xero, XeroOptions, XeroSeed } from "../../src/xero/xero";

export const TENANT = "59712f8f-45a3-4d45-a705-5d0c9748317e";
export const CLIENT = { id: "sandbox-client", secret: "sandbox-secret" };

const REVENUE_ONLY = {
  CanApplyToAssets: false,
  CanApplyToEquity: false,
  CanApplyToExpenses: false,
  CanApplyToLiabilities: false,
};

export const SEED: XeroSeed = {
  clientId: CLIENT.id,
  clientSecret: CLIENT.secret,
  organisations: [
    {
      organisation: {
        OrganisationID: TENANT,
        Name: "Harbour Studio Ltd",
        BaseCurrency: "GBP",
        CountryCode: "GB",
        Version: "UK",
        Timezone: "GMTSTANDARDTIME",
        ShortCode: "!3T6Q-",
        PeriodLockDate: "2025-12-31",
        EndOfYearLockDate: "2024-12-31",
        TaxNumber: "GB 123 4567 89",
        TaxNumberName: "VAT Number",
        Addresses: [
          {
            AddressType: "POBOX",
            AddressLine1: "23 Harbour Street",
            AddressLine2: "",
            City: "Bristol",
            Region: "",
            PostalCode: "BS1 1AA",
            Country: "",
            AttentionTo: "",
          },
        ],
        Phones: [
          { PhoneType: "OFFICE", PhoneNumber: "1234", PhoneAreaCode: "0117" },
        ],
      },
      accounts: [
        {
          Code: "090",
          Name: "Business Bank",
          Type: "BANK",
          BankAccountNumber: "0908007006543",
          CurrencyCode: "GBP",
        },
        {
          Code: "091",
          Name: "Euro Bank",
          Type: "BANK",
          BankAccountNumber: "0908007006550",
          CurrencyCode: "EUR",
        },
        {
          Code: "200",
          Name: "Sales",
          Type: "REVENUE",
          TaxType: "OUTPUT2",
          Description: "Income from normal business",
        },
        {
          Code: "260",
          Name: "Other Revenue",
          Type: "REVENUE",
          TaxType: "OUTPUT2",
        },
        {
          Code: "300",
          Name: "Old Sales",
          Type: "REVENUE",
          TaxType: "OUTPUT2",
          Status: "ARCHIVED",
        },
        {
          Code: "400",
          Name: "Advertising",
          Type: "OVERHEADS",
          TaxType: "INPUT2",
        },
        {
          Code: "610",
          Name: "Accounts Receivable",
          Type: "CURRENT",
          SystemAccount: "DEBTORS",
        },
        {
          Code: "860",
          Name: "Rounding",
          Type: "EXPENSE",
          SystemAccount: "ROUNDING",
        },
        {
          Code: "970",
          Name: "Owner A Funds Introduced",
          Type: "EQUITY",
          EnablePaymentsToAccount: true,
        },
      ],
      taxRates: [
        {
          Name: "20% (VAT on Income)",
          TaxType: "OUTPUT2",
          EffectiveRate: 20,
          ...REVENUE_ONLY,
        },
        {
          Name: "5% (VAT on Income)",
          TaxType: "RROUTPUT",
          EffectiveRate: 5,
          ...REVENUE_ONLY,
        },
        {
          Name: "Sales tax 8.25%",
          TaxType: "TAX001",
          EffectiveRate: 8.25,
        },
        {
          Name: "20% (VAT on Expenses)",
          TaxType: "INPUT2",
          EffectiveRate: 20,
          CanApplyToRevenue: false,
        },
        { Name: "No VAT", TaxType: "NONE", EffectiveRate: 0 },
      ],
      currencies: ["GBP", "EUR"],
      brandingThemes: [{ Name: "Standard" }, { Name: "Bold" }],
      trackingCategories: [{ Name: "Region", Options: ["North", "South"] }],
      items: [
        {
          Code: "BOOK",
          Name: "Book",
          Description: "Fish out of Water",
          SalesDetails: {
            UnitPrice: 19.95,
            AccountCode: "200",
            TaxType: "RROUTPUT",
          },
        },
        {
          Code: "MUG",
          Name: "Mug",
          PurchaseDescription: "Mugs, boxed",
          PurchaseDetails: {
            UnitPrice: 4.2,
            AccountCode: "400",
            COGSAccountCode: "400",
            TaxType: "INPUT2",
          },
          IsTrackedAsInventory: true,
          InventoryAssetAccountCode: "630",
          TotalCostPool: 42,
          QuantityOnHand: 10,
        },
      ],
      contacts: [
        { Name: "City Limousines", EmailAddress: "martin@city.example" },
        { Name: "Closed Cafe", ContactStatus: "ARCHIVED", ContactNumber: "C9" },
      ],
    },
  ],
};

export interface Answer {
  status: number;
  headers: Headers;
  text: string;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test reads any shape, and fails where it is not there
  body: any;
}

export interface Tenant {
  xero: Xero;
  clock: Clock;
  token: string;
  /** Calls the accounting API as a connected client would. */
  call(
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<Answer>;
}

export function openTenant(options: Partial<XeroOptions> = {}): Tenant {
  const clock = options.clock ?? createFixedClock("2026-11-23T10:00:00Z");
  const xero = createXero({ clock, seed: structuredClone(SEED), ...options });
  const token = xero.issueToken().access_token;
  return {
    xero,
    clock,
    token,
    call: (method, path, body, headers) =>
      send(xero, method, `/api.xro/2.0${path}`, body, {
        authorization: `Bearer ${token}`,
        "xero-tenant-id": TENANT,
        accept: "application/json",
        ...headers,
      }),
  };
}

export async function send(
  xero: Xero,
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const response = await xero.app.fetch(
    new Request(`https://xero.example${path}`, {
      method,
      headers: Object.fromEntries(
        Object.entries(headers).filter(([, value]) => value !== ""),
      ),
      body:
        body === undefined || typeof body === "string"
          ? (body as string | undefined)
          : JSON.stringify(body),
    }),
  );
  const text = await response.text();
  const isJson = response.headers.get("content-type")?.includes("json");
  return {
    status: response.status,
    headers: response.headers,
    text,
    body: isJson ? JSON.parse(text) : undefined,
  };
}

/** The contact every organisation of the tests begins with. */
export const CITY = { Contact: { Name: "City Limousines" } };

export function approved(line: object, more: object = {}): object {
  return {
    Type: "ACCREC",
    Status: "AUTHORISED",
    Date: "2026-11-23",
    DueDate: "2026-12-23",
    ...CITY,
    LineItems: [
      {
        Description: "Consulting",
        Quantity: 1,
        UnitAmount: 100,
        AccountCode: "200",
        ...line,
      },
    ],
    ...more,
  };
}

/** The messages of a refused request. */
export function messages(answer: Answer): string[] {
  const elements = answer.body.Elements as {
    ValidationErrors: { Message: string }[];
  }[];
  return elements.flatMap((element) =>
    element.ValidationErrors.map(({ Message }) => Message),
  );
}
