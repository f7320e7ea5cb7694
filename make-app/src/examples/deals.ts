import {
  answers,
  batch,
  billing,
  chosen,
  inBatch,
  invoiced,
  matched,
  opened,
  organisation,
  plan,
  planned,
  ready,
  stored,
  TaxRates,
} from "./decided";
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

const parameters = { ...step, deals: [{ billing }] };
const noAnswer = { problem: "Xero failed." };

/** From the deal to its invoice and back. */
export const deals: Readonly<Record<string, readonly Given[]>> = {
  idWanted: [
    ["701", "HubSpot"],
    ["..", "HubSpot"],
  ],
  openDeal: [
    [deal, account, {}],
    [{ ...deal, associations: {} }, account, {}],
  ],
  checkLines: [
    [opened, [{ id: "801" }], [line]],
    [opened, [{ id: "801" }], []],
  ],
  checkCompany: [
    [opened, company],
    [opened, undefined],
  ],
  checkPeople: [
    [opened, [person]],
    [opened, []],
  ],
  dealForBilling: [
    [opened, account.timeZone, NOW, [line], company, [person]],
    [
      { ...opened, isRepeating: true },
      account.timeZone,
      NOW,
      [line],
      company,
      [person],
    ],
  ],
  mayStand: [
    [billing, NOW],
    [billing, "2026-11-23T10:35:30.000Z"],
  ],
  invoiceKey: [
    ["6b8f2d1e", billing],
    ["6b8f2d1e", { ...billing, begun: { ...billing.begun, batch: "make" } }],
  ],
  checkDealInvoice: [[{ ...step, billing }], [step]],
  organisationSettings: [
    [answers, TaxRates, "The deal", "GBP"],
    [answers, TaxRates, "The deal", "USD"],
    [{}, undefined, "The deal"],
  ],
  listGiven: [
    [[], "the organisation's items"],
    [undefined, "the organisation's items"],
  ],
  planDealInvoice: [
    [{ ...step, billing }, organisation, NOW],
    [{ ...step, billing, accountCode: "999" }, organisation, NOW],
  ],
  dealInvoiceResult: [
    [billing, "created", invoice, plan, "matched"],
    [billing, "recovered", invoice],
    [billing, "already_invoiced", invoice],
  ],
  dealProperties: [
    [stored, account.timeZone, NOW, { syncMark: "done|1|HS-701|HS-701" }],
    [
      undefined,
      account.timeZone,
      NOW,
      {
        dealId: "701",
        repeatingIds: "7c1d",
        repeatingMark: "done|1|2026-11-23",
      },
    ],
    [undefined, account.timeZone, NOW],
  ],
  chooseDeals: [
    [{ ...step, deals: [{ billing: inBatch }] }, NOW],
    [parameters, NOW],
    [step, NOW],
  ],
  dealsRecovered: [
    [chosen, [invoice]],
    [chosen, undefined],
  ],
  foreignCurrency: [
    [chosen, [{ BaseCurrency: "EUR" }]],
    [chosen, [{ BaseCurrency: "GBP" }]],
  ],
  dealsPlanned: [
    [chosen, answers, TaxRates, step, NOW],
    [chosen, {}, undefined, step, NOW],
  ],
  dealsMatched: [
    [planned, [contact], step],
    [planned, [], step],
  ],
  dealsWithContacts: [
    [matched, [{ ...contact, ContactNumber: "hubspot-company-501" }]],
    [matched, []],
  ],
  invoiceBatches: [[ready, "6b8f2d1e"]],
  dealsInvoiced: [
    [ready, batch, [invoice]],
    [ready, batch, []],
    [ready, batch, undefined],
  ],
  dealsResult: [[invoiced], [noAnswer]],
};
