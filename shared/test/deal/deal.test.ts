import { readDeal } from "../../src/deal/deal";
import { account, dealWire } from "../builders";

it("reads a deal with its associations, each id once", () => {
  const wire = dealWire(
    {
      closedate: "2026-11-23T10:00:00Z",
      hubspot_owner_id: "118204533",
      xero_invoice_id: "inv-1",
      xero_invoice_number: "INV-0042",
      xero_invoice_status: "paid",
      xero_invoice_url: "https://go.xero.com/x",
      xero_invoice_total: "6000.00",
      xero_due_date: "2026-12-23",
      xero_sync_mark: "done|1|HS-701|HS-701",
    },
    {
      lines: ["801", "802", "801"],
      companies: [
        { id: "502", type: "deal_to_company_unlabeled" },
        { id: "501", type: "deal_to_company_unlabeled" },
        { id: "501", type: "deal_to_company" },
      ],
      contacts: ["601", "601"],
    },
  );
  expect(readDeal(wire, account)).toEqual({
    id: "701",
    name: "Website relaunch",
    url: "https://app.hubspot.com/contacts/2034521/record/0-3/701",
    amount: "4500",
    currency: "GBP",
    companyCurrency: "GBP",
    exchangeRate: "1",
    pipelineId: "default",
    stageId: "closedwon",
    closeDate: "2026-11-23T10:00:00Z",
    ownerId: "118204533",
    companies: [
      { id: "502", primary: false },
      { id: "501", primary: true },
    ],
    contactIds: ["601"],
    lineItemIds: ["801", "802"],
    billing: {
      invoiceId: "inv-1",
      invoiceNumber: "INV-0042",
      status: "paid",
      url: "https://go.xero.com/x",
      total: "6000.00",
      dueDate: "2026-12-23",
      mark: {
        state: "done",
        attempt: 1,
        billingKey: "HS-701",
        reference: "HS-701",
      },
    },
  });
});

it("reads a bare deal: the account's currency, no amount, nobody and nothing on it", () => {
  const wire = { id: "702", properties: { amount: "", dealname: null } };
  expect(readDeal(wire, account)).toEqual({
    id: "702",
    name: "Deal 702",
    url: "https://app.hubspot.com/contacts/2034521/record/0-3/702",
    currency: "GBP",
    companyCurrency: "GBP",
    exchangeRate: "1",
    companies: [],
    contactIds: [],
    lineItemIds: [],
    billing: {},
  });
});

it.each(["line items", "line_items"])(
  "finds the lines under the key %p",
  (key) => {
    const results = [{ id: "801", type: "deal_to_line_item" }];
    const wire = { ...dealWire(), associations: { [key]: { results } } };
    expect(readDeal(wire, account).lineItemIds).toEqual(["801"]);
  },
);

it("an amount that is no number counts as none, as the lines are what is billed", () => {
  const deal = readDeal(dealWire({ amount: "4,500" }), account);
  expect(deal.amount).toBeUndefined();
});

it("reads HubSpot's rate to the company currency; without one, none is made up", () => {
  const wire = (properties: Record<string, string>) =>
    readDeal(dealWire({ deal_currency_code: "USD", ...properties }), account);
  expect(
    wire({ hs_exchange_rate: "0.79", amount_in_home_currency: "3555" }),
  ).toMatchObject({
    currency: "USD",
    companyCurrency: "GBP",
    exchangeRate: "0.79",
    amountInCompanyCurrency: "3555",
  });
  expect(wire({}).exchangeRate).toBeUndefined();
});
