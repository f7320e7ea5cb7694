import type { HubspotObject } from "@hubspot-xero/shared/hubspot/wire";
import { readLineItem } from "@hubspot-xero/shared/deal/lineItem";
import { readRepeatingOptions } from "@hubspot-xero/shared/repeating/options";
import { dealForBilling } from "../functions/dealForBilling";
import { openDeal, type DealToBill } from "../functions/openDeal";
import { repeatingPlan, type DealSchedules } from "../functions/repeatingPlan";
import { standingOf } from "@hubspot-xero/shared/repeating/standing";
import { organisation } from "./decided";
import type { Given } from "./examples";
import {
  account,
  company,
  contact,
  deal,
  invoice,
  line,
  NOW,
  person,
  step,
} from "./records";

/** Care at 50 a month from 1 December 2026 on, beside the set-up of 4500. */
const care = {
  id: "802",
  properties: {
    name: "Care",
    quantity: "1",
    price: "50",
    recurringbillingfrequency: "monthly",
    hs_recurring_billing_start_date: "2026-12-01",
  },
};
const retainer = {
  ...deal,
  associations: {
    ...deal.associations,
    "line items": {
      results: ["801", "802"].map((id) => ({ id, type: "deal_to_line_item" })),
    },
  },
};
const opened = openDeal(retainer as HubspotObject, account, {
  repeating: true,
  reference: "March",
}) as DealToBill;
const { billing } = dealForBilling(
  opened,
  account.timeZone,
  NOW,
  [line, care],
  company,
  [person],
).output;
const parameters = {
  ...step,
  organisationId: "6b8f2d1e",
  billing: billing as Required<typeof billing>,
};

/** The same as Xero holds it. */
const repeating = {
  Type: "ACCREC" as const,
  RepeatingInvoiceID: "7c1d0a52-93be-4f0e-8a67-2b4e6d9f1c38",
  Reference: "March (HS-701-R1M20261201)",
  Status: "AUTHORISED",
  CurrencyCode: "GBP",
  Schedule: {
    Period: 1,
    Unit: "MONTHLY" as const,
    StartDate: "/Date(1796083200000+0000)/",
  },
  SubTotal: 50,
  TotalTax: 10,
  Total: 60,
  LineItems: [{ Description: "Care" }],
};
const standing = standingOf("701", [repeating]);
const plan = repeatingPlan(parameters, organisation, [], NOW) as DealSchedules;
const told = {
  standing: [],
  plan,
  made: [repeating],
  created: { ...invoice, Reference: "March (HS-701)" },
  contact: { contactId: contact.ContactID, outcome: "matched" },
};
const billed = {
  ...invoice,
  Reference: repeating.Reference,
  RepeatingInvoiceID: repeating.RepeatingInvoiceID,
};
const ended = {
  ...billing,
  deal: {
    ...billing.deal,
    billing: {
      repeatingMark: { state: "ended", attempt: 1, date: "2026-11-23" },
    },
  },
};

/** A deal as the HubSpot modules hand it on. */
const known = {
  deal: { id: "701", name: "Website relaunch", url: "", currency: "GBP" },
  ids: [repeating.RepeatingInvoiceID],
};
const wire = {
  ...deal,
  properties: {
    ...deal.properties,
    xero_repeating_invoice_id: repeating.RepeatingInvoiceID,
    xero_repeating_mark: "done|1|2026-11-23",
  },
};
const careLine = readLineItem(care, "Website relaunch");
const options = readRepeatingOptions(step);

/** From a deal with recurring lines to its repeating invoices, and to their end. */
export const retainers: Readonly<Record<string, readonly Given[]>> = {
  repeatingWanted: [
    [parameters, NOW],
    [parameters, "2026-11-23T12:00:00.000Z"],
    [{ ...parameters, billing: ended }, "2026-11-23T12:00:00.000Z"],
    [{ ...step, billing: { ...billing, repeating: undefined } }, NOW],
    [step, NOW],
  ],
  standingRepeating: [
    ["701", [repeating, { ...repeating, Status: "DELETED" }]],
    ["702", [repeating]],
    ["701", undefined],
  ],
  repeatingPlan: [
    [parameters, organisation, [], NOW],
    [parameters, organisation, standing, NOW],
    [parameters, { problem: "The currency is not used." }, [], NOW],
  ],
  repeatingRequest: [
    [plan, 1, parameters, contact.ContactID],
    [plan, 2, parameters, contact.ContactID],
    [undefined, 1, parameters, contact.ContactID],
  ],
  noHiddenInvoice: [
    [billing, [invoice]],
    [billing, []],
    [billing, undefined],
  ],
  repeatingResult: [
    [billing, told],
    [billing, { ...told, invoices: [told.created, billed] }],
    [ended, { standing }],
  ],
  repeatingContact: [
    [billing.customer, [contact], { invoiceStatus: "SENT" }],
    [
      billing.customer,
      [{ ...contact, EmailAddress: "" }],
      { invoiceStatus: "SENT" },
    ],
    [billing.customer, [], step],
  ],
  storedReachable: [
    [{ ...billing.customer, xeroContactId: contact.ContactID }, [contact]],
    [{ ...billing.customer, xeroContactId: contact.ContactID }, []],
  ],
  dealToEnd: [
    [wire, account, account.timeZone, NOW],
    [deal, account, account.timeZone, NOW],
    [undefined, account, account.timeZone, NOW],
  ],
  endWanted: [[known], [undefined]],
  runningRepeating: [
    [known, [repeating, { ...repeating, Status: "DELETED" }]],
    [known, undefined],
  ],
  endRepeatingResult: [
    [known, standing, [billed, invoice]],
    [known, [], []],
  ],
  dealInvoicesFilter: [["701"]],
  dealInvoicesWanted: [[known], [undefined]],
  dealInvoices: [
    [known, [billed, { ...billed, RepeatingInvoiceID: "another" }]],
    [known, []],
    [known, undefined],
  ],
  namedDeals: [
    [
      [wire],
      account,
      {
        reference: repeating.Reference,
        repeatingInvoiceId: repeating.RepeatingInvoiceID,
      },
    ],
    [[wire], account, { reference: repeating.Reference }],
    [[deal], account, { reference: "HS-701" }],
  ],
  repeatingOptions: [
    ["readRepeatingOptions", { ...step, invoiceStatus: "SENT" }],
    ["readRepeatingOptions", { ...step, pastStart: "never" }],
  ],
  repeatingPlans: [
    [
      "planRepeating",
      {
        ...{ deal: billing.deal, lineItems: [careLine], options },
        ...organisation,
        today: "2026-11-23",
      },
    ],
    [
      "planRepeating",
      {
        ...{ deal: billing.deal, lineItems: [careLine], options },
        ...organisation,
        today: "2027-02-02",
      },
    ],
  ],
  scheduledLines: [
    ["scheduledLines", billing.deal, [careLine], "2026-11-23", "refuse"],
    ["lastPayment", { unit: "MONTHLY", every: 1, start: "2026-12-01" }],
  ],
  standingSchedules: [
    ["repeatingFilter", "701"],
    ["checkSameSchedules", billing.deal, standing, [{ key: "HS-701-R1W" }]],
  ],
  repeatingOutputs: [
    [
      "repeatingResultOutput",
      {
        outcome: "already_there",
        deal: billing.deal,
        repeating: standing,
        isEnded: true,
      },
    ],
  ],
};
