import { ACCOUNT, accountReply, deal, SEARCH_DEALS } from "../fixtures/hubspot";
import { hubspotMissingScope } from "../fixtures/refusals";
import { vendors, type Reply } from "../fixtures/vendors";
import { INVOICE_ID } from "../fixtures/xero";
import { failure, newZap, undeclared } from "../fixtures/zap";

const KEY = "find_deal";
const BY_ID = `GET hubspot /crm/objects/deals/${INVOICE_ID}`;
const NUMBER = { invoice_number: "INV-0042" };

const PROPERTIES = [
  "dealname",
  "amount",
  "deal_currency_code",
  "hs_exchange_rate",
  "amount_in_home_currency",
  "dealstage",
  "pipeline",
  "closedate",
  "hubspot_owner_id",
  "xero_invoice_id",
  "xero_invoice_number",
  "xero_invoice_status",
  "xero_invoice_url",
  "xero_invoice_total",
  "xero_due_date",
  "xero_sync_mark",
  "xero_repeating_invoice_id",
  "xero_repeating_mark",
];

const billed = deal({
  xero_invoice_id: INVOICE_ID,
  xero_invoice_number: "INV-0042",
  xero_invoice_status: "awaiting payment",
});

const RECORD = {
  id: "701",
  deal_id: "701",
  deal_name: "Website relaunch",
  deal_url: "https://app.hubspot.com/contacts/2034521/record/0-3/701",
  stage_id: "closedwon",
  amount: 4697.99,
  currency: "GBP",
  owner_id: "118204533",
  invoice_id: INVOICE_ID,
  invoice_number: "INV-0042",
  billing_state: "awaiting payment",
};

const results = (...deals: object[]): Reply => ({
  call: SEARCH_DEALS,
  body: { total: deals.length, results: deals },
});

it("a deal is found by the id of its invoice, also where a number is given", async () => {
  const wire = vendors(accountReply, { call: BY_ID, body: billed });
  const input = { ...NUMBER, invoice_id: INVOICE_ID };
  const records = await newZap().search(KEY, input);
  expect(wire.calls()).toEqual([ACCOUNT, BY_ID]);
  expect(wire.query(1)).toEqual({
    properties: PROPERTIES.join(","),
    idProperty: "xero_invoice_id",
  });
  expect(records).toEqual([RECORD]);
  expect(undeclared("searches", KEY, records[0]!)).toEqual([]);
});

it("a deal is found by the number of its invoice", async () => {
  const wire = vendors(accountReply, results(billed));
  const records = await newZap().search(KEY, NUMBER);
  expect(wire.calls()).toEqual([ACCOUNT, SEARCH_DEALS]);
  expect(wire.body(1)).toEqual({
    filterGroups: [
      {
        filters: [
          {
            propertyName: "xero_invoice_number",
            operator: "EQ",
            value: "INV-0042",
          },
        ],
      },
    ],
    properties: PROPERTIES,
    limit: 2,
  });
  expect(records).toEqual([RECORD]);
});

it("no deal is picked where two show the number: the step stops and names them", async () => {
  vendors(accountReply, results(billed, deal({}, "702")));
  expect(await failure(newZap().search(KEY, NUMBER))).toMatchObject({
    name: "HaltedError",
    message:
      "Two deals show the invoice number INV-0042: 701, 702. Search by the invoice's ID.",
  });
});

it.each<[what: string, input: Record<string, string>, reply: Reply]>([
  ["id", { invoice_id: INVOICE_ID }, { call: BY_ID, status: 404, body: {} }],
  ["number", NUMBER, results()],
])(
  "no deal with the invoice's %s is an empty list",
  async (_, input, reply) => {
    vendors(accountReply, reply);
    expect(await newZap().search(KEY, input)).toEqual([]);
  },
);

it.each<[input: Record<string, string>, reply: Reply, name: string]>([
  [NUMBER, { call: SEARCH_DEALS, status: 500, body: "" }, "AppError"],
  [
    { invoice_id: INVOICE_ID },
    hubspotMissingScope(BY_ID, "crm.objects.deals.read"),
    "HaltedError",
  ],
])("a search that fails is no empty list: %j", async (input, reply, name) => {
  vendors(accountReply, reply);
  expect(await failure(newZap().search(KEY, input))).toMatchObject({ name });
});

it("a search for nothing stops the step before any call", async () => {
  const wire = vendors();
  expect(await failure(newZap().search(KEY, {}))).toMatchObject({
    name: "HaltedError",
    message: expect.stringContaining("are both empty"),
  });
  expect(wire.calls()).toEqual([]);
});
