import type { HubspotObject } from "@hubspot-xero/shared/hubspot/wire";
import { readLineItem } from "@hubspot-xero/shared/deal/lineItem";
import { readInvoice } from "@hubspot-xero/shared/invoice/readInvoice";
import { dealForBilling } from "../functions/dealForBilling";
import { openDeal, type DealToBill } from "../functions/openDeal";
import { organisationSettings } from "../functions/organisationSettings";
import { planDealInvoice } from "../functions/planDealInvoice";
import type { ImlFunctions } from "./buildFunctions";
import {
  account,
  company,
  contact,
  deal,
  invoice,
  line,
  NOW,
  person,
  settings,
  step,
} from "./exampleRecords";

const opened = openDeal(deal as HubspotObject, account, {}) as DealToBill;
const { billing } = dealForBilling(
  opened,
  account.timeZone,
  NOW,
  [line],
  company,
  [person],
).output;
const { TaxRates, ...answers } = settings;
const organisation = organisationSettings(answers, TaxRates, "The deal", "GBP");
const plan = planDealInvoice({ ...step, billing }, organisation, NOW);
const stored = readInvoice(invoice);
const billed = readLineItem(line, "Website relaunch");
const limit = { "retry-after": "30" };

/**
 * What the IML functions are asked in their tests in Make's editor: name -> arguments. The expected answers come from
 * the TypeScript sources when the tree is built, so that a bundle that drifts from them fails. Of the functions that
 * are whole modules, the first argument is the export.
 */
export const EXAMPLES: Readonly<Record<string, readonly unknown[][]>> = {
  checkDealInvoice: [[{ ...step, billing }], [step]],
  checkLines: [
    [opened, [{ id: "801" }], [line]],
    [opened, [{ id: "801" }], []],
  ],
  contactBody: [[billing.customer]],
  contactFilter: [[billing.customer], [{ type: "company", name: "" }]],
  dealForBilling: [[opened, account.timeZone, NOW, [line], company, [person]]],
  dealInvoiceResult: [
    [billing, "created", invoice, plan, "matched"],
    [billing, "recovered", invoice],
    [billing, "already_invoiced", invoice],
  ],
  dealProperties: [
    [stored, "Europe/London", NOW, "done|1|HS-701|HS-701"],
    [undefined, "Europe/London", NOW],
  ],
  errorType: [[200], [401], [404], [429], [503], [418]],
  hubspotProblem: [
    [404, {}, { message: "resource not found" }, "deal 701"],
    [429, {}, { policyName: "DAILY" }, "deal 701"],
  ],
  invoiceBody: [[plan, contact.ContactID]],
  invoiceEvents: [
    [[invoice], NOW],
    [undefined, NOW],
  ],
  invoiceFilter: [["HS-701"], ["March", contact.ContactID]],
  invoiceOfReference: [
    [[invoice], "HS-701"],
    [[], "HS-701"],
    [undefined, "HS-701"],
  ],
  matchedContact: [
    [billing.customer, [contact], {}],
    [billing.customer, [], {}],
    [billing.customer, [{ ...contact, ContactStatus: "ARCHIVED" }], {}],
  ],
  openDeal: [
    [deal, account, {}],
    [{ ...deal, associations: {} }, account, {}],
  ],
  organisationSettings: [
    [answers, TaxRates, "The deal", "GBP"],
    [answers, TaxRates, "The deal", "USD"],
    [{}, undefined, "The deal"],
  ],
  planDealInvoice: [
    [{ ...step, billing }, organisation, NOW],
    [{ ...step, billing, accountCode: "999" }, organisation, NOW],
  ],
  stageChoices: [
    [[{ id: "default", stages: [{ id: "closedwon", label: "Closed Won" }] }]],
  ],
  trackingChoices: [
    [
      [
        {
          TrackingCategoryID: "a",
          Name: "Region",
          Options: [{ TrackingOptionID: "b", Name: "North" }],
        },
      ],
    ],
  ],
  xeroProblem: [
    [400, {}, { Message: "A validation exception occurred" }, "the invoice"],
    [429, limit, "", "the invoice"],
  ],
  billLines: [["billLine", billed]],
  customerMatch: [["readCustomerMatch", {}]],
  deals: [["readDeal", deal, account]],
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
    [
      "lineRate",
      { description: "Design", accountCode: "200", taxType: "OUTPUT2" },
      "line 1",
      { status: "AUTHORISED", lineAmountTypes: "Exclusive" },
      "settings" in organisation && organisation.settings,
    ],
  ],
  mayStand: [
    [billing, NOW],
    [billing, "2026-11-23T10:35:30.000Z"],
  ],
  money: [
    ["multiply", "3", "33.335"],
    ["round", "100.005", 2],
    ["sum", ["0.1", "0.2"]],
    ["parseDecimal", "1,000"],
  ],
  storedInvoices: [["readInvoice", invoice]],
};

/** The test file of each function; `answerOf` gives what its source answers. */
export async function testsOf(
  functions: ImlFunctions,
  answerOf: (name: string, given: unknown[]) => Promise<unknown>,
): Promise<ImlFunctions> {
  const tests = new Map<string, string>();
  for (const name of functions.keys()) {
    const cases = await Promise.all(
      (EXAMPLES[name] ?? []).map(async (given, index) =>
        testOf(name, index + 1, given, await answerOf(name, given)),
      ),
    );
    tests.set(name, cases.join("\n"));
  }
  return tests;
}

function testOf(
  name: string,
  number: number,
  given: unknown[],
  answer: unknown,
): string {
  const list = given.map((value) => JSON.stringify(value) ?? "undefined");
  const expected = JSON.stringify(answer) ?? "undefined";
  return `it(${JSON.stringify(`${name}, example ${number}`)}, () => {
  const answered = ${name}(${list.join(", ")});
  assert.strictEqual(JSON.stringify(answered), ${JSON.stringify(expected)});
});
`;
}
