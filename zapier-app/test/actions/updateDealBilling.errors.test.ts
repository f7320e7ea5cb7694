import { NOW, partPaid } from "../fixtures/changes";
import { accountReply, dealReply, GET_DEAL } from "../fixtures/hubspot";
import {
  hubspotLimit,
  hubspotMissingScope,
  hubspotUnauthenticated,
  xeroUnauthorized,
} from "../fixtures/refusals";
import { vendors, type Reply } from "../fixtures/vendors";
import { INVOICE_ID } from "../fixtures/xero";
import { failure, newZap, stopClock } from "../fixtures/zap";

const KEY = "update_deal_billing";
const INPUT = { invoice_id: INVOICE_ID };
const GET_INVOICE = `GET xero /Invoices/${INVOICE_ID}`;
const PATCH = `PATCH hubspot /crm/objects/deals/${INVOICE_ID}`;
const NO_SALES_INVOICE = `Xero has no sales invoice ${INVOICE_ID}. Check the ID and the organisation; bills cannot be used here.`;
const missing: Reply = {
  call: PATCH,
  status: 404,
  body: { category: "NOT_FOUND" },
};
const found: Reply = { call: GET_INVOICE, body: { Invoices: [partPaid()] } };

beforeEach(() => stopClock(NOW));
afterEach(() => jest.useRealTimers());

it.each<[what: string, input: object, replies: Reply[], met: object]>([
  [
    "an invoice that no deal has",
    INPUT,
    [found, missing, dealReply({ xero_invoice_id: null })],
    {
      name: "HaltedError",
      message:
        "No deal has invoice INV-0042. Nothing was changed; invoices that were not made from a deal need no update.",
    },
  ],
  [
    "an invoice whose deal is gone",
    INPUT,
    [
      found,
      missing,
      { call: GET_DEAL, status: 404, body: { category: "NOT_FOUND" } },
    ],
    {
      name: "HaltedError",
      message:
        "No deal has invoice INV-0042. Nothing was changed; invoices that were not made from a deal need no update.",
    },
  ],
  [
    "an invoice that was not made from a deal",
    INPUT,
    [
      {
        call: GET_INVOICE,
        body: { Invoices: [partPaid({ Reference: "PO 7" })] },
      },
      missing,
    ],
    {
      name: "HaltedError",
      message:
        "No deal has invoice INV-0042. Nothing was changed; invoices that were not made from a deal need no update.",
    },
  ],
  [
    "an invoice that Xero does not have",
    INPUT,
    [{ call: GET_INVOICE, status: 404, body: "" }],
    {
      name: "HaltedError",
      message: NO_SALES_INVOICE,
    },
  ],
  [
    "a bill",
    INPUT,
    [{ call: GET_INVOICE, body: { Invoices: [partPaid({ Type: "ACCPAY" })] } }],
    { name: "HaltedError", message: NO_SALES_INVOICE },
  ],
  [
    "a bill by its number",
    { invoice_number: "B-7" },
    [
      {
        call: "GET xero /Invoices/B-7",
        body: { Invoices: [partPaid({ Type: "ACCPAY" })] },
      },
      { call: "GET xero /Invoices", body: { Invoices: [] } },
    ],
    {
      name: "HaltedError",
      message:
        "Xero has no sales invoice B-7. Check the ID and the organisation; bills cannot be used here.",
    },
  ],
  [
    "a deal without an invoice",
    { deal_id: "701" },
    [dealReply()],
    {
      name: "HaltedError",
      message:
        'Deal "Website relaunch" has no Xero invoice yet. Invoice it first.',
    },
  ],
  [
    "no input at all",
    {},
    [],
    {
      name: "HaltedError",
      message: expect.stringContaining("are all empty"),
    },
  ],
  [
    "Xero's token",
    INPUT,
    [xeroUnauthorized(GET_INVOICE)],
    { name: "RefreshAuthError" },
  ],
  [
    "HubSpot's key",
    INPUT,
    [found, hubspotUnauthenticated(PATCH)],
    { name: "ExpiredAuthError" },
  ],
  [
    "HubSpot's scope",
    INPUT,
    [found, hubspotMissingScope(PATCH, "crm.objects.deals.write")],
    {
      name: "HaltedError",
      message: expect.stringContaining("crm.objects.deals.write"),
    },
  ],
  [
    "HubSpot's limit",
    INPUT,
    [found, hubspotLimit(PATCH, "TEN_SECONDLY_ROLLING")],
    { name: "ThrottledError", delay: 10 },
  ],
  [
    "HubSpot's failure",
    INPUT,
    [found, { call: PATCH, status: 502, body: "" }],
    { name: "AppError" },
  ],
])("%s ends the step in Zapier's terms", async (_, input, replies, met) => {
  vendors(accountReply, ...replies);
  const running = newZap().create(KEY, input as Record<string, unknown>);
  expect(await failure(running)).toMatchObject(met);
});
