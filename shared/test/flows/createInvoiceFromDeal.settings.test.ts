import { createInvoiceFromDeal } from "../../src/flows/createInvoiceFromDeal";
import type { DealInvoiceOptions } from "../../src/invoice/options";
import {
  CONTACT_ID,
  dealOptions,
  dealWire,
  lineWire,
  settings,
} from "../builders";
import { scriptedSend, type Reply } from "../scriptedSend";
import {
  companyReply,
  dealReply,
  GET_DEAL,
  invoiceReply,
  linesReply,
  markReply,
  peopleReply,
  READ_COMPANY,
  READ_LINES,
  READ_PEOPLE,
  writeBackReply,
} from "./dealReplies";
import { TENANT, warmContext } from "./warmContext";

const start = async (
  replies: Reply[],
  options: Partial<DealInvoiceOptions> = {},
  cached: Record<string, unknown> = {},
) => {
  const script = scriptedSend(...replies);
  const context = await warmContext(script, cached);
  const running = createInvoiceFromDeal(context, "701", dealOptions(options));
  return { script, outcome: await running.catch((error: unknown) => error) };
};
const payer = companyReply({ xero_contact_id: CONTACT_ID });
/** What Xero has now: the cache's settings, and the account 270 beside them. */
const freshSettings = (code = "270"): Reply[] => [
  {
    call: "GET xero /Organisation",
    body: {
      Organisations: [{ Name: "Demo Company (UK)", BaseCurrency: "GBP" }],
    },
  },
  {
    call: "GET xero /Accounts",
    body: {
      Accounts: [
        { Code: code, Name: "New", Status: "ACTIVE", TaxType: "OUTPUT2" },
      ],
    },
  },
  {
    call: "GET xero /TaxRates",
    body: {
      TaxRates: [
        {
          TaxType: "OUTPUT2",
          Name: "20% (VAT on Income)",
          Status: "ACTIVE",
          EffectiveRate: 20,
        },
      ],
    },
  },
];
const CREATE = [markReply, invoiceReply(), writeBackReply];

it("an account made since the settings were cached is known after a second look", async () => {
  const { script, outcome } = await start(
    [dealReply(), linesReply(), payer, ...freshSettings(), ...CREATE],
    { accountCode: "270" },
  );
  expect(outcome).toMatchObject({ outcome: "created" });
  expect(script.requests[7]?.body).toMatchObject({
    Invoices: [{ LineItems: [{ AccountCode: "270" }] }],
  });
});

it("an account that there is not is refused after that second look, and nothing is written", async () => {
  const { script, outcome } = await start(
    [dealReply(), linesReply(), payer, ...freshSettings("271")],
    { accountCode: "270" },
  );
  expect(outcome).toMatchObject({
    kind: "validation",
    message:
      'Deal "Website relaunch", line "Design sprint": the account "270" cannot be used in Xero: there is none. Choose one of: 271 (New).',
  });
  expect(script.calls.filter((call) => /^(PUT|PATCH)/.test(call))).toEqual([]);
});

it("a SKU brings the item's account and tax, from the cache", async () => {
  const items = {
    design: { code: "DESIGN", accountCode: "260", taxType: "RROUTPUT" },
  };
  const { script } = await start(
    [dealReply(), linesReply(lineWire({ hs_sku: "design" })), payer, ...CREATE],
    {},
    { [`xero-items-${TENANT}`]: { items, unknown: [] } },
  );
  expect(script.requests[4]?.body).toMatchObject({
    Invoices: [
      {
        LineItems: [
          { ItemCode: "DESIGN", AccountCode: "260", TaxType: "RROUTPUT" },
        ],
      },
    ],
  });
});

it("a SKU that the cached items lack is looked for once more", async () => {
  const { script } = await start([
    dealReply(),
    linesReply(lineWire({ hs_sku: "new" })),
    payer,
    {
      call: "GET xero /Items",
      body: { Items: [{ Code: "NEW", SalesDetails: { AccountCode: "260" } }] },
    },
    ...CREATE,
  ]);
  expect(script.requests[5]?.body).toMatchObject({
    Invoices: [{ LineItems: [{ ItemCode: "NEW", AccountCode: "260" }] }],
  });
});

it("a locked period is refused after a second look, and nothing is written", async () => {
  const [, accounts, taxRates] = freshSettings("200");
  const { script, outcome } = await start(
    [
      dealReply(),
      linesReply(),
      payer,
      {
        call: "GET xero /Organisation",
        body: {
          Organisations: [
            {
              Name: "Demo Company (UK)",
              BaseCurrency: "GBP",
              // 1,795,392,000 s is 23 November 2026
              PeriodLockDate: "/Date(1795392000000+0000)/",
            },
          ],
        },
      },
      accounts!,
      taxRates!,
    ],
    { status: "AUTHORISED" },
    {
      [`xero-settings-${TENANT}`]: settings({ lockedUntil: "2026-11-30" }),
    },
  );
  expect(outcome).toMatchObject({
    kind: "validation",
    message:
      'Deal "Website relaunch": the invoice date 2026-11-23 lies in a period that is locked in Xero until 2026-11-23. Choose a later date, or move the lock date in Xero (Settings > Financial settings).',
  });
  expect(script.calls.filter((call) => /^(PUT|PATCH)/.test(call))).toEqual([]);
});

it("a currency of the organisation's is sent as the invoice's", async () => {
  const { script } = await start([
    dealReply({ deal_currency_code: "EUR" }),
    linesReply(),
    payer,
    ...CREATE,
  ]);
  expect(script.requests[4]?.body).toMatchObject({
    Invoices: [{ CurrencyCode: "EUR" }],
  });
});

it("a currency added since the list was cached is known after a second look", async () => {
  const body = { Currencies: [{ Code: "GBP" }, { Code: "USD" }] };
  const { script, outcome } = await start([
    dealReply({ deal_currency_code: "USD" }),
    linesReply(),
    payer,
    { call: "GET xero /Currencies", body },
    ...CREATE,
  ]);
  expect(outcome).toMatchObject({ outcome: "created" });
  expect(script.requests[5]?.body).toMatchObject({
    Invoices: [{ CurrencyCode: "USD" }],
  });
});

describe("what HubSpot does not give is never billed as nothing", () => {
  it("a line that is gone stops the invoice", async () => {
    const { script, outcome } = await start([
      dealReply({}, { lines: ["801", "802"] }),
      { call: READ_LINES, status: 207, body: { results: [lineWire()] } },
      payer,
    ]);
    expect(outcome).toMatchObject({ kind: "notFound" });
    expect(script.calls).toEqual([GET_DEAL, READ_LINES, READ_COMPANY]);
  });

  it("lines beyond the first page of a deal's associations are not left out", async () => {
    const wire = dealWire();
    const lines = wire.associations?.["line items"];
    const next = { after: "801", link: "https://api.hubapi.com/next" };
    const paged = { ...lines, paging: { next } };
    const types = [{ typeId: 19 }];
    const both = ["801", "802"].map((toObjectId) => ({
      toObjectId,
      associationTypes: types,
    }));
    const billed: number[] = [];
    const context = await warmContext({
      ...scriptedSend(),
      send: async ({ method, path, body }) => {
        if (method === "PUT")
          billed.push(
            (body as { Invoices: { LineItems: unknown[] }[] }).Invoices[0]!
              .LineItems.length,
          );
        const inputs =
          (body as { inputs?: { id: string }[] } | undefined)?.inputs ?? [];
        const known: Record<string, unknown> = {
          "/crm/objects/2026-09/deals/701": {
            ...wire,
            associations: { ...wire.associations, "line items": paged },
          },
          "/crm/associations/2026-09/deals/line_items/batch/read": {
            results: [{ from: { id: "701" }, to: both }],
          },
          "/crm/objects/2026-09/line_items/batch/read": {
            results: inputs.map(({ id }) => lineWire({}, id)),
          },
          "/crm/objects/2026-09/companies/batch/read": payer.body,
          "/api.xro/2.0/Invoices": invoiceReply().body,
        };
        return { status: 200, headers: {}, body: known[path] ?? {} };
      },
    });
    // Either both lines are billed or the deal is refused.
    await createInvoiceFromDeal(context, "701", dealOptions()).catch(
      () => undefined,
    );
    expect(billed).not.toContain(1);
  });
});

it("a deal that cannot be planned costs no look at Xero, no contact and no mark", async () => {
  const { script, outcome } = await start([
    dealReply({}, { lines: [] }),
    companyReply(),
    peopleReply(),
  ]);
  expect(outcome).toMatchObject({ kind: "validation" });
  expect(script.calls).toEqual([GET_DEAL, READ_COMPANY, READ_PEOPLE]);
});
