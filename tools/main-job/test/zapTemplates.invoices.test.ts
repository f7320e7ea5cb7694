import { createFixedClock } from "@hubspot-xero/sandbox/clock";
import { DEAL } from "@hubspot-xero/sandbox/seed/deals";
import { cancelledDealEndsRetainer } from "../../../zapier-app/templates/cancelledDealEndsRetainer.template";
import { dealLinesToInvoiceLines } from "../../../zapier-app/templates/dealLinesToInvoiceLines.template";
import { invoiceRequestToInvoice } from "../../../zapier-app/templates/invoiceRequestToInvoice.template";
import { monthEndInvoices } from "../../../zapier-app/templates/monthEndInvoices.template";
import { retainerToRepeatingInvoice } from "../../../zapier-app/templates/retainerToRepeatingInvoice.template";
import { wonDealToInvoice } from "../../../zapier-app/templates/wonDealToInvoice.template";
import { followClock } from "../src/simulatedTime";
import { addDeal, addPayer } from "./manyDeals";
import { recurring } from "./retainers";
import { setUpZap } from "../src/zap";
import type { World } from "./world";
import { invoicesOf, LINE_CHOICES, openZap, shown } from "./zaps";

const WON = { pipeline_id: "default", stage_id: "closedwon" };
const LOST = { pipeline_id: "default", stage_id: "closedlost" };

let giveBack = () => {};

afterEach(() => giveBack());

/** No step of another app may run. */
const noOther = () => {
  throw new Error("There is no other app.");
};

const move = ({ sandbox }: World, dealId: string, dealstage: string) => {
  sandbox.clock.advance(60_000);
  sandbox.hubspot.update("deals", dealId, { dealstage });
};

it("won-deal-to-invoice makes the deal's invoice once, and none of deals that were won before", async () => {
  const { world, zap } = await openZap(wonDealToInvoice, {
    1: WON,
    2: LINE_CHOICES,
  });
  move(world, DEAL.website, "closedwon");
  expect(await zap.poll()).toHaveLength(1);
  expect(await zap.poll()).toEqual([]);
  // 1700 + 4500 + 240, and 20% of it.
  expect(invoicesOf(world, DEAL.website)).toEqual([
    { Status: "DRAFT", Reference: `HS-${DEAL.website}`, Total: 7728 },
  ]);
  expect(shown(world, DEAL.website)).toMatchObject({
    state: "draft",
    total: "7728.00",
  });
  expect(world.sandbox.xero.books().invoices).toHaveLength(1);
});

it("invoice-request-to-invoice makes the invoice that a sales rep asks for and clears the request", async () => {
  const { world, zap } = await openZap(invoiceRequestToInvoice, {
    2: LINE_CHOICES,
  });
  const { clock, hubspot } = world.sandbox;
  clock.advance(60_000);
  hubspot.update("deals", DEAL.website, { xero_invoice_request: "create" });
  expect(await zap.poll()).toHaveLength(1);
  expect(invoicesOf(world, DEAL.website)).toEqual([
    { Status: "DRAFT", Reference: `HS-${DEAL.website}`, Total: 7728 },
  ]);
  const { properties } = hubspot.get("deals", DEAL.website)!;
  expect(properties["xero_invoice_request"] ?? "").toBe("");
  expect(await zap.poll()).toEqual([]);
});

it("deal-lines-to-invoice-lines carries each line as it was mapped, once", async () => {
  const { world, zap } = await openZap(dealLinesToInvoiceLines, {
    1: WON,
    2: { default_account_code: "200", default_tax_type: "OUTPUT2" },
  });
  move(world, DEAL.website, "closedwon");
  const [run] = await zap.poll();
  const invoices = () =>
    world.sandbox.xero
      .books()
      .invoices.map(({ Reference, Total, LineItems }) => ({
        Reference,
        Total: Number(Total),
        lines: LineItems.map((line) => [
          line.Description,
          Number(line.Quantity),
          Number(line.UnitAmount),
          Number(line.LineAmount),
          line.AccountCode,
        ]),
      }));
  const made = [
    {
      Reference: `Website relaunch ${DEAL.website}`,
      Total: 7728,
      lines: [
        ["Discovery workshop", 2, 850, 1700, "200"],
        ["Design sprint", 5, 1000, 4500, "200"],
        ["Hosting set-up", 1, 240, 240, "200"],
      ],
    },
  ];
  expect(invoices()).toEqual(made);
  await zap.run(run!.outputs[1]!);
  expect(invoices()).toEqual(made);
});

it("month-end-invoices bills the stage and tells Slack what was made and what must be mended", async () => {
  const { world, zap, sent } = await openZap(monthEndInvoices, {
    1: { dom: "31" },
    2: { ...WON, ...LINE_CHOICES },
    3: { channel: "#books" },
  });
  const payer = addPayer(world, "Alder");
  const stage = { pipeline: "default", dealstage: "closedwon" };
  const billed = ["First", "Second"].map((name) =>
    addDeal(world, name, payer, undefined, stage),
  );
  const empty = addDeal(world, "Empty", payer, [], stage);
  await zap.run({ id: "2026-11-30" });
  for (const dealId of billed)
    expect(invoicesOf(world, dealId)).toEqual([
      { Status: "DRAFT", Reference: `HS-${dealId}`, Total: 265.19 },
    ]);
  expect(invoicesOf(world, empty)).toEqual([]);
  expect(sent).toEqual([
    {
      event: "Send Channel Message",
      fields: { channel: "#books", text: expect.any(String) },
    },
  ]);
  const { text = "" } = sent[0]?.fields ?? {};
  // 2 x 265.19
  expect(text).toContain("2 created over 530.38 GBP");
  expect(text).toContain('Deal "Empty" has no line items.');
  // The empty deal is still there: the run says so, and makes nothing twice.
  await expect(zap.run({ id: "2026-12-31" })).rejects.toMatchObject({
    name: "HaltedError",
    message: expect.stringMatching(/^Deal "Empty" has no line items\./),
  });
  expect(world.sandbox.xero.books().invoices).toHaveLength(2);
});

it("retainer-to-repeating-invoice lets Xero bill from then on; cancelled-deal-ends-repeating-invoices ends it", async () => {
  const clock = createFixedClock(new Date("2026-12-15T10:00:00Z"));
  giveBack = followClock(clock);
  const { world, zap } = await openZap(
    retainerToRepeatingInvoice,
    { 1: WON, 2: LINE_CHOICES },
    { clock },
  );
  const dealId = addDeal(world, "Care", addPayer(world, "Holly"), [
    { name: "Set-up", quantity: "1", price: "500" },
    recurring("Care", "50", "2027-01-01"),
  ]);
  move(world, dealId, "closedwon");
  expect(await zap.poll()).toHaveLength(1);
  const repeating = () =>
    world.sandbox.xero
      .books()
      .repeatingInvoices.map(({ Status, Total }) => [Status, Number(Total)]);
  expect(invoicesOf(world, dealId).map(({ Total }) => Total)).toEqual([600]);
  expect(repeating()).toEqual([["DRAFT", 60]]);

  const cancelling = setUpZap(
    world,
    cancelledDealEndsRetainer,
    { 1: LOST },
    noOther,
  );
  await cancelling.turnOn();
  move(world, DEAL.website, "closedlost");
  move(world, dealId, "closedlost");
  const runs = await cancelling.poll();
  expect(runs.map(({ outputs }) => outputs[2]?.["outcome"])).toEqual([
    "none",
    "ended",
  ]);
  expect(repeating()).toEqual([["DELETED", 60]]);
});
