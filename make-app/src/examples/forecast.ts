import type { SearchedDeal } from "../functions/openDeals";
import type { Given } from "./examples";
import { account, company, contact, deal, invoice, line, NOW } from "./records";

const open = {
  ...deal,
  properties: {
    ...deal.properties,
    closedate: "2026-12-15T12:00:00Z",
    hs_deal_stage_probability: "0.6",
  },
};
const monthly = {
  ...line,
  properties: {
    ...line.properties,
    recurringbillingfrequency: "monthly",
    hs_recurring_billing_number_of_payments: "12",
  },
};
const linked = {
  ...company,
  properties: { ...company.properties, xero_contact_id: contact.ContactID },
};
const wanted = {
  ...{ timeZone: "Europe/London", today: "2026-11-23" },
  ...{ until: "2027-02-01", most: 500, bodies: [] },
};
const associated = (id: string, typeId = 3) => [
  {
    from: { id: deal.id },
    to: [{ toObjectId: id, associationTypes: [{ typeId }] }],
  },
];
const links = [associated("801"), associated("501", 5), undefined];
const payer = { type: "company", id: "501" };
const openDeal = {
  id: deal.id,
  name: "Website relaunch",
  amount: "5100",
  currency: "GBP",
  companies: [{ id: "501", primary: true }],
  contactIds: [],
  lineItemIds: ["801"],
  closeDate: "2026-12-15T12:00:00Z",
  billing: {},
};
const opened = {
  deals: [{ wire: open, deal: openDeal, payer, hasMoreLines: false }],
};

const searched = {
  ...{ id: deal.id, name: "Website relaunch", amount: "5100" },
  ...{ currency: "GBP", companyCurrency: "GBP", probability: 0.6 },
  ...{ closeDate: "2026-12-15", contactId: contact.ContactID },
  lines: [
    { name: "Design sprint", netAmount: "4500" },
    {
      name: "Care",
      netAmount: "50",
      recurring: { frequency: "monthly" },
    },
  ],
  search: {
    ...{ timeZone: "Europe/London", until: "2027-02-01" },
    ...{ most: 500, total: 1 },
  },
} as unknown as SearchedDeal;

const terms = {
  ...{ dueInDays: 30, dueRule: "days_after_invoice_date", taxPercent: 20 },
};
const forecast = {
  ...{ today: "2026-11-23", until: "2027-02-01", months: 3, terms },
  ...{ deals: [searched], notes: [] },
};
const unpaid = {
  ...{ id: invoice.InvoiceID, amountDue: "3000", exchangeRate: 0.8 },
  ...{ dueDate: "2026-12-23", contactId: contact.ContactID },
  currency: "EUR",
};
const retainer = {
  ...{ RepeatingInvoiceID: "a repeating invoice", Status: "AUTHORISED" },
  ...{ CurrencyCode: "GBP", Total: 600, Contact: contact },
  Schedule: {
    ...{ Unit: "MONTHLY", Period: 1, DueDate: 14 },
    ...{ StartDate: "/Date(1785456000000+0000)/" },
    ...{ NextScheduledDate: "/Date(1796083200000+0000)/" },
    DueDateType: "DAYSAFTERBILLDATE",
  },
};
const running = {
  ...{ id: "a repeating invoice", total: "600", next: "2026-12-01" },
  ...{ currency: "USD", contactId: contact.ContactID },
  schedule: { unit: "MONTHLY", every: 1, start: "2026-08-31" },
  terms: { days: 14, type: "DAYSAFTERBILLDATE" },
};
const receivables = {
  ...{ invoices: 1, repeating: 0, notes: [] },
  receipts: [
    {
      ...{ kind: "invoice", source: invoice.InvoiceID, amount: 3000 },
      ...{ due: "2026-12-23", notBefore: "2026-11-23", chance: 1 },
      contactId: contact.ContactID,
    },
  ],
};
const counted = {
  ...{ currency: "GBP", receipts: [], deals: 1, notes: [] },
  closing: [{ date: "2026-12-15", amount: 3060 }],
};
const paid = [
  {
    ...{ contactId: contact.ContactID, dueDate: "2026-09-01" },
    paidOn: "2026-09-11",
  },
];
const habits = {
  ...{ invoices: 1, mean: 10, customers: { [contact.ContactID]: 10 } },
  deviations: [0],
};
const december = {
  ...{ month: "2026-12", expected: 3000, low: 0, high: 3000 },
  ...{ fromInvoices: 3000, fromRepeating: 0, fromDeals: 0 },
  ...{ asDue: 3000, pipeline: 3060 },
};

/** From the open deals and invoices to the cash of each month. */
export const forecasts: Readonly<Record<string, readonly Given[]>> = {
  hubspotBatch: [
    [{ results: [open] }, "open deals"],
    [{ errors: [{ category: "OBJECT_NOT_FOUND" }] }, "the lines of deals"],
    [{ results: [], errors: [{ category: "INTERNAL" }] }, "open deals"],
    [undefined, "open deals"],
  ],
  openDealsWanted: [
    [{ months: 3, limit: 250 }, "Europe/London", NOW],
    [{ months: 13 }, "Europe/London", NOW],
  ],
  openDealIds: [[[open, { id: "702", properties: { xero_invoice_id: "x" } }]]],
  openedDeals: [[[open], account, ...links]],
  openDeals: [
    [opened, wanted, 1, account, [monthly], [linked], undefined],
    [opened, wanted, 1, account],
  ],
  forecastWanted: [
    [{ months: 3, deals: [{ deal: searched }] }, NOW],
    [{ months: 4, deals: [{ deal: searched }] }, NOW],
    [{ months: 3, deals: [{ name: "Website relaunch" }] }, NOW],
  ],
  forecastDeals: [
    [forecast, [{ BaseCurrency: "GBP" }]],
    [forecast, [{ BaseCurrency: "EUR" }]],
    [forecast, undefined],
  ],
  unpaidInvoices: [
    [[invoice], "2026-11-23"],
    [undefined, "2026-11-23"],
  ],
  paidHistory: [
    [[{ ...invoice, FullyPaidOnDate: invoice.DueDate }]],
    [undefined],
  ],
  runningInvoices: [[[retainer]], [undefined]],
  forecastReceivables: [
    [forecast, counted, [unpaid], [running]],
    [forecast, counted, undefined, [{ ...running, currency: "GBP" }]],
  ],
  payingHabits: [[paid]],
  monthsOfCash: [[forecast, counted, receivables, habits]],
  forecastResult: [
    [forecast, counted, receivables, habits, [december]],
    [forecast, counted, receivables, habits, [december], 5000],
  ],
  paymentDates: [
    [
      "paymentDates",
      { name: "Care", recurring: { frequency: "monthly" } },
      "Website relaunch",
      "2026-11-30",
      "2027-03-01",
    ],
  ],
};
