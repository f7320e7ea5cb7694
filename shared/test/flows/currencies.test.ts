import { createInvoice } from "../../src/flows/createInvoice";
import { createInvoiceFromDeal } from "../../src/flows/createInvoiceFromDeal";
import { createInvoicesFromDeals } from "../../src/flows/createInvoicesFromDeals";
import { createRepeatingFromDeal } from "../../src/flows/createRepeatingFromDeal";
import type { Context } from "../../src/flows/context";
import { dealsInvoiceOutput } from "../../src/flows/dealsInvoiceOutput";
import { dealInvoiceOutput } from "../../src/flows/dealInvoiceOutput";
import { readRepeatingOptions } from "../../src/repeating/options";
import { CONTACT_ID, dealOptions, lineWire, xeroInvoice } from "../builders";
import { scriptedSend, type Reply } from "../scriptedSend";
import {
  companyReply,
  dealReply,
  invoiceReply,
  linesReply,
  markReply,
  writeBackReply,
} from "./dealReplies";
import { newInvoices, readReplies, updatedReply } from "./manyDealReplies";
import { warmContext } from "./warmContext";

const payer = companyReply({ xero_contact_id: CONTACT_ID });
const XERO_HAS: Reply = {
  call: "GET xero /Currencies",
  body: { Currencies: [{ Code: "GBP" }, { Code: "EUR" }] },
};
const monthly = lineWire({ recurringbillingfrequency: "monthly" });
const inDollars = dealReply({ deal_currency_code: "USD" });

const STEPS: [string, Reply[], (context: Context) => Promise<unknown>][] = [
  [
    "create_invoice_from_deal",
    [inDollars, linesReply(), payer],
    (context) => createInvoiceFromDeal(context, "701", dealOptions()),
  ],
  [
    "create_repeating_invoice_from_deal",
    [
      inDollars,
      { call: "GET xero /RepeatingInvoices", body: { RepeatingInvoices: [] } },
      linesReply(monthly),
      payer,
    ],
    (context) =>
      createRepeatingFromDeal(
        context,
        "701",
        readRepeatingOptions({ dueInDays: "30" }),
      ),
  ],
];

it.each(STEPS)(
  "%s refuses a currency that Xero lacks before anything is written",
  async (_, replies, run) => {
    const script = scriptedSend(...replies, XERO_HAS);
    await expect(run(await warmContext(script))).rejects.toMatchObject({
      kind: "validation",
      message:
        'Deal "Website relaunch" is in USD, which Demo Company (UK) does not use in Xero (it has GBP, EUR). Nothing was made. Add USD in Xero (Settings > Currencies), which needs a plan with multi-currency, or choose one of those.',
    });
    expect(script.calls.filter((call) => /^(PUT|PATCH)/.test(call))).toEqual(
      [],
    );
  },
);

it("create_invoice refuses it before the contact is looked for", async () => {
  const script = scriptedSend(XERO_HAS);
  const running = createInvoice(await warmContext(script), {
    name: "Acme",
    currency: "usd",
    lineItems: [{ description: "Work", unitPrice: "10", accountCode: "200" }],
  });
  await expect(running).rejects.toMatchObject({ kind: "validation" });
  expect(script.calls).toEqual(["GET xero /Currencies"]);
});

it("a deal without a currency is in the HubSpot account's", async () => {
  const script = scriptedSend(
    dealReply({ deal_currency_code: "" }),
    linesReply(),
    payer,
    XERO_HAS,
  );
  const context = await warmContext(script, {
    "hubspot-account": {
      portalId: 1,
      timeZone: "UTC",
      companyCurrency: "CAD",
      uiDomain: "app.hubspot.com",
    },
  });
  await expect(
    createInvoiceFromDeal(context, "701", dealOptions()),
  ).rejects.toThrow(/^Deal "Website relaunch" is in CAD,/);
});

it("a currency that the cache knows costs no call, and both vendors' rates are told", async () => {
  const script = scriptedSend(
    dealReply({
      deal_currency_code: "EUR",
      hs_exchange_rate: "0.85",
      amount_in_home_currency: "3825.0000000000005",
    }),
    linesReply(),
    payer,
    markReply,
    invoiceReply({ CurrencyCode: "EUR", CurrencyRate: 1.164557 }),
    writeBackReply,
  );
  const result = await createInvoiceFromDeal(
    await warmContext(script),
    "701",
    dealOptions(),
  );
  expect(script.calls).toHaveLength(6);
  // 6000 / 1.164557 = 5152.1737...
  expect(dealInvoiceOutput(result)).toMatchObject({
    message:
      'Invoice INV-0042 over 6000.00 EUR was created for deal "Website relaunch". That is 5152.17 GBP at Xero\'s rate of 1.164557 EUR for 1 GBP. HubSpot counts 1 EUR as 0.85 GBP.',
    currency: "EUR",
    total: 6000,
    currencyRate: 1.164557,
    baseCurrency: "GBP",
    totalInBaseCurrency: 5152.17,
    dealAmount: 4500,
    dealExchangeRate: 0.85,
    companyCurrency: "GBP",
    dealAmountInCompanyCurrency: 3825,
  });
});

it("of many deals, the one in a currency that Xero lacks is refused without a mark, and the others are made", async () => {
  const script = scriptedSend(
    ...readReplies(
      { "701": { deal_currency_code: "USD" }, "702": {} },
      { "501": { xero_contact_id: CONTACT_ID } },
    ),
    XERO_HAS,
    updatedReply("702"),
    newInvoices(xeroInvoice({ Reference: "HS-702" })),
    updatedReply("702"),
  );
  const result = await createInvoicesFromDeals(
    await warmContext(script),
    { deals: [{ dealId: "701" }, { dealId: "702" }] },
    dealOptions(),
  );
  const { invoices, totals } = dealsInvoiceOutput(result);
  expect(totals).toBe("6000.00 GBP");
  expect(invoices).toMatchObject([
    {
      dealId: "701",
      outcome: "refused",
      sentence: expect.stringMatching(/^Deal "Website relaunch" is in USD,/),
    },
    { dealId: "702", outcome: "created", totalInBaseCurrency: 6000 },
  ]);
});
