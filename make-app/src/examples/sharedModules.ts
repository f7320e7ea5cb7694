import { readLineItem } from "@hubspot-xero/shared/deal/lineItem";
import { billing, organisation, stored } from "./decided";
import type { Given } from "./examples";
import {
  account,
  company,
  contact,
  deal,
  invoice,
  line,
  step,
} from "./records";

const sprint = readLineItem(line, "Website relaunch");
const support = {
  description: "Support",
  quantity: "2",
  unitPrice: "120.50",
  accountCode: "200",
  taxType: "OUTPUT2",
};
const draft = { status: "DRAFT", lineAmountTypes: "Exclusive" };

/** Modules of shared/ that are functions of their own: the first argument is the export. */
export const sharedModules: Readonly<Record<string, readonly Given[]>> = {
  billLines: [["billLine", sprint]],
  cleanCustomers: [
    [
      "differingFields",
      { phone: "+44 (0)20 7946 0018", country: "UK", name: "Acme Ltd" },
      { phone: "442079460018", country: "United Kingdom", name: "Acme" },
    ],
  ],
  contactChanges: [
    [
      "contactChanges",
      {
        type: "company",
        hubspotId: "501",
        name: "Harbour & Finch",
        mobile: "+44 7700 900123",
      },
      { ...contact, Name: "Harbour" },
      { isLinked: true },
    ],
  ],
  lostInXero: [
    [
      "notCarried",
      { type: "company", name: "Acme", website: "acme.example" },
      undefined,
    ],
  ],
  creditLines: [["creditLines", stored, "3000"]],
  customerMatch: [["readCustomerMatch", {}]],
  currencies: [
    ["moneyText", "1105.5", "JPY"],
    ["moneyText", "12.3", "KWD"],
    ["currencyDecimals", "KRW"],
  ],
  deals: [["readDeal", deal, account]],
  depositLines: [
    [
      "depositLines",
      { invoice: { ...draft, lines: [support] } },
      billing.deal,
      { depositPercent: "30" },
      organisation.settings,
    ],
  ],
  deductionLines: [
    [
      "deductionLines",
      { invoice: { ...draft, lines: [support] } },
      { ...billing.deal, currency: "GBP" },
      {
        number: "INV-0001",
        currency: "GBP",
        lineAmountTypes: "Exclusive",
        lines: [{ lineAmount: "72.3", accountCode: "200" }],
      },
    ],
  ],
  deposits: [
    ["depositAmong", [], billing.deal],
    [
      "depositAmong",
      [{ ...invoice, Reference: `HS-${billing.deal.id}-D` }],
      billing.deal,
    ],
  ],
  partPlans: [
    [
      "planPart",
      {
        invoice: { ...draft, lines: [support] },
        rounding: "0",
        linesWithoutTax: 0,
      },
      "deposit",
      billing.deal,
      { depositPercent: "30", onDifference: "refuse" },
      organisation.settings,
    ],
  ],
  dealInvoiceOutputs: [
    ["dealInvoiceOutput", { outcome: "already_invoiced", deal: billing.deal }],
  ],
  invoicePlans: [
    [
      "checkLockDate",
      { date: "2026-11-23", status: "AUTHORISED" },
      "The deal",
      { lockedUntil: "2026-11-30" },
    ],
  ],
  xeroRefusals: [
    [
      "checkElement",
      { ValidationErrors: [{ Message: "The account is archived." }] },
      "the invoice",
    ],
    ["checkElement", { StatusAttributeString: "OK" }, "the invoice"],
  ],
  invoiceOptions: [
    ["readInvoiceOptions", step],
    ["readInvoiceOptions", { ...step, invoiceStatus: "PAID" }],
  ],
  invoiceTotals: [
    [
      "predictTotals",
      [
        { lineAmount: "100.05", rate: "20" },
        { lineAmount: "0.33", rate: "5" },
      ],
      "Exclusive",
    ],
  ],
  lineItems: [["readLineItem", line, "Website relaunch"]],
  lineRates: [
    ["lineRate", support, "line 1", draft, organisation.settings],
    [
      "lineRate",
      { ...support, taxType: "NOPE" },
      "line 1",
      draft,
      organisation.settings,
    ],
  ],
  mappedInvoices: [
    [
      "readMappedInvoice",
      { lineItems: [support], date: "2026-11-23" },
      { ...draft, dueRule: "days_after_invoice_date" },
      { today: "2026-11-23", timeZone: "Europe/London", items: {} },
    ],
  ],
  money: [
    ["multiply", "3", "33.335"],
    ["round", "100.005", 2],
    ["sum", ["0.1", "0.2"]],
    ["parseDecimal", "1,000"],
  ],
  dealOpenings: [
    ["openedDeal", billing.deal, { oncePer: "deal", part: "deposit" }],
    ["openedDeal", billing.deal, { oncePer: "stage_entry", part: "deposit" }],
  ],
  roundingLines: [
    ["roundingLines", "-0.01", draft, organisation.settings],
    [
      "shortOfUnit",
      "1105.5",
      { ...billing.deal, currency: "JPY" },
      { onDifference: "refuse" },
    ],
  ],
  storedItems: [
    [
      "readItem",
      { Code: "DESIGN", SalesDetails: { UnitPrice: 33.335 }, IsSold: true },
    ],
  ],
  storedProducts: [
    [
      "readProduct",
      { id: "901", properties: { hs_sku: "DESIGN", price: "33.33501" } },
    ],
  ],
  storedInvoices: [["readInvoice", invoice]],
  writtenItems: [["newXeroItem", "DESIGN", { name: "Design sprint" }]],
  hubspotRecords: [["readRecord", "company", company, {}]],
  notRepeating: [
    [
      "checkNotRepeating",
      {
        name: "Care plan",
        billing: { repeatingMark: { state: "ended", attempt: 1, date: "" } },
      },
      [{ ...sprint, recurring: { frequency: "monthly" } }],
    ],
  ],
  xeroContacts: [["readXeroContact", contact]],
};
