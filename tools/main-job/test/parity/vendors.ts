import type { HttpCall } from "@hubspot-xero/make-runner/run/transport/httpCall";
import { jsonAnswer } from "@hubspot-xero/make-runner/run/transport/httpCall";
import type { Send as MakeSend } from "@hubspot-xero/make-runner/run/transport/httpCall";
import type { HubspotObject } from "@hubspot-xero/shared/hubspot/wire";
import type { Send } from "@hubspot-xero/shared/transport/send";
import type { XeroContact } from "@hubspot-xero/shared/xero/wire";

export const TENANT = "3f0b4a6e-7b1d-4c5e-9a8f-2d1c0b9a8e7f";
const INVOICE_ID = "0b4ad9b1-6f2c-4c8e-9a51-3d2f7c1e8a90";
const REPEATING_ID = "7c1d0a52-93be-4f0e-8a67-2b4e6d9f1c3";
const CREATED_CONTACT = "9e8d7c6b-1a2b-4c3d-8e4f-0a1b2c3d4e5f";

/** What both vendors hold, for one deal. */
export interface Records {
  deal: HubspotObject;
  lines: HubspotObject[];
  company?: HubspotObject;
  people: HubspotObject[];
  contacts: XeroContact[];
}

export const ACCOUNT = {
  portalId: 2034521,
  timeZone: "Pacific/Auckland",
  companyCurrency: "GBP",
  uiDomain: "app.hubspot.com",
};

const SETTINGS: Record<string, unknown> = {
  "/connections": [{ tenantId: TENANT, tenantType: "ORGANISATION" }],
  "/api.xro/2.0/Organisation": {
    Organisations: [
      {
        Name: "Harbour Agency",
        BaseCurrency: "GBP",
        PaysTax: true,
        PeriodLockDate: "/Date(1767139200000+0000)/",
      },
    ],
  },
  "/api.xro/2.0/Accounts": {
    Accounts: [
      account("200", "Sales", "OUTPUT2"),
      account("210", "Design", "OUTPUT2"),
      account("860", "Rounding", "NONE", "ROUNDING"),
      { ...account("400", "Old", "OUTPUT2"), Status: "ARCHIVED" },
    ],
  },
  "/api.xro/2.0/TaxRates": {
    TaxRates: [
      rate("OUTPUT2", 20),
      rate("RROUTPUT", 5),
      rate("ZERORATEDOUTPUT", 0),
      rate("NONE", 0),
    ],
  },
  "/api.xro/2.0/Currencies": { Currencies: [{ Code: "GBP" }, { Code: "EUR" }] },
  "/api.xro/2.0/Items": {
    Items: [
      {
        Code: "DESIGN",
        IsSold: true,
        SalesDetails: { AccountCode: "210", TaxType: "RROUTPUT" },
      },
    ],
  },
};

function account(
  Code: string,
  Name: string,
  TaxType: string,
  SystemAccount?: string,
) {
  return {
    ...{ Code, Name, TaxType, SystemAccount },
    Status: "ACTIVE",
    Type: "REVENUE",
    Class: "REVENUE",
  };
}

function rate(TaxType: string, EffectiveRate: number) {
  return {
    ...{ TaxType, EffectiveRate },
    Name: TaxType,
    Status: "ACTIVE",
    CanApplyToRevenue: true,
  };
}

/** Both vendors in memory, for one run of one app; what is sent to create invoices is kept. */
export class Vendors {
  readonly invoices: unknown[] = [];
  readonly repeating: unknown[] = [];
  private readonly records: Records;

  constructor(records: Records) {
    this.records = records;
  }

  /** As the flows of shared/ send. */
  readonly send: Send = async ({ method, path, body }) => ({
    status: 200,
    headers: {},
    body: this.answer(method, path, JSON.parse(JSON.stringify(body ?? null))),
  });

  /** As the runner of Make apps sends. */
  readonly makeSend: MakeSend = async ({ method, url, body }: HttpCall) => {
    const { pathname } = new URL(url);
    const sent: unknown = body ? JSON.parse(String(body)) : null;
    return jsonAnswer(this.answer(method, pathname, sent));
  };

  private answer(method: string, path: string, sent: unknown): unknown {
    const { deal, lines, company, people, contacts } = this.records;
    if (path.endsWith("/details")) return ACCOUNT;
    if (path.includes("/deals/")) return deal;
    if (path.endsWith("/line_items/batch/read"))
      return { results: asked(sent, lines) };
    if (path.endsWith("/contacts/batch/read"))
      return { results: asked(sent, people) };
    if (path.endsWith("/companies/batch/read")) return { results: [company] };
    if (path.includes("/companies/")) return company;
    if (method === "PUT" && path.endsWith("/Invoices")) {
      this.invoices.push(sent);
      return { Invoices: [{ InvoiceID: INVOICE_ID }] };
    }
    if (path.endsWith("/RepeatingInvoices")) {
      if (method === "GET") return { RepeatingInvoices: [] };
      this.repeating.push(sent);
      return {
        RepeatingInvoices: [
          { RepeatingInvoiceID: `${REPEATING_ID}${this.repeating.length}` },
        ],
      };
    }
    if (path.endsWith("/Invoices")) return { Invoices: [] };
    if (method === "PUT" && path.endsWith("/Contacts"))
      return { Contacts: [{ ContactID: CREATED_CONTACT }] };
    if (path.endsWith("/Contacts")) return { Contacts: contacts };
    const settings = SETTINGS[path];
    if (settings) return settings;
    throw new Error(`Nothing answers ${method} ${path}.`);
  }
}

/** The records of a batch read, in an order of HubSpot's own. */
function asked(sent: unknown, records: HubspotObject[]): HubspotObject[] {
  const { inputs } = sent as { inputs: { id: string }[] };
  const ids = new Set(inputs.map(({ id }) => id));
  return records.filter(({ id }) => ids.has(id)).reverse();
}
