import { COMPANY, CONTACT } from "@hubspot-xero/sandbox/seed/customers";
import { DEAL } from "@hubspot-xero/sandbox/seed/deals";
import { addDeal, addPayer, invoiceMany } from "./manyDeals";
import { openWorld } from "./world";

it("invoices a hundred deals of a hundred new customers in 17 calls, 5 of them to Xero", async () => {
  const world = await openWorld();
  await world.invoice(DEAL.usLaunch);
  const deals = Array.from({ length: 100 }, (_, index) =>
    addDeal(
      world,
      `Retainer ${index}`,
      addPayer(world, `Customer number ${index}`),
    ),
  );
  const { result, calls } = await world.sandbox.meter.during(() =>
    invoiceMany(world, { deal_ids: deals.join(", ") }),
  );
  expect(result).toMatchObject({
    message: "Invoices: 100 created over 26519.00 GBP.",
    created: 100,
    refused: 0,
    failed: 0,
    // 100 x 265.19
    totals: "26519.00 GBP",
  });
  expect(result.invoices?.map(({ deal_id }) => deal_id)).toEqual(deals);
  const xero = calls.filter(({ vendor }) => vendor === "xero");
  expect({ all: calls.length, xero: xero.length }).toEqual({
    all: 17,
    xero: 5,
  });
  const again = await world.sandbox.meter.during(() =>
    invoiceMany(world, { deal_ids: deals }),
  );
  expect(again.result).toMatchObject({ created: 0, already_invoiced: 100 });
  expect(again.calls).toHaveLength(4);
});

it("bills what can be billed, to the cent, and says of each other deal what to do", async () => {
  const world = await openWorld();
  const alder = addPayer(world, "Alder");
  const deals = {
    first: addDeal(world, "First", alder),
    second: addDeal(world, "Second", alder),
    dollars: addDeal(
      world,
      "Dollars",
      addPayer(world, "Esche"),
      [{ name: "Consulting", quantity: "8", price: "125.50" }],
      { deal_currency_code: "USD" },
    ),
    empty: addDeal(world, "Empty", alder, []),
    archived: DEAL.archivedContact,
    gone: "999",
    typed: "not-an-id",
  };
  const result = await invoiceMany(world, {
    deal_ids: [...Object.values(deals), deals.first],
  });
  expect(result).toMatchObject({
    created: 3,
    refused: 4,
    // 8 x 125.50 = 1004.00 and 200.80 of tax; 2 x 265.19
    totals: "530.38 GBP, 1204.80 USD",
    more: false,
  });
  const rows = result.invoices ?? [];
  expect(
    rows.map(({ deal_id, outcome, total, contact_name }) => [
      deal_id,
      outcome,
      total,
      contact_name,
    ]),
  ).toEqual([
    [deals.first, "created", 265.19, "Alder"],
    [deals.second, "created", 265.19, "Alder"],
    [deals.dollars, "created", 1204.8, "Esche"],
    [deals.empty, "refused", undefined, undefined],
    [deals.archived, "refused", undefined, undefined],
    [deals.gone, "refused", undefined, undefined],
    [deals.typed, "refused", undefined, undefined],
  ]);
  expect(rows.slice(3).map(({ sentence }) => sentence)).toEqual([
    'Deal "Empty" has no line items. Add them in HubSpot, or let this step invoice the deal\'s amount on one line.',
    expect.stringMatching(/is archived\. Restore it in Xero/),
    "HubSpot has no deal 999, or it was deleted. Check the ID, or restore the record in HubSpot.",
    '"not-an-id" is no deal ID. Map the deal ID of HubSpot.',
  ]);
  const alders = world.sandbox.xero
    .books()
    .contacts.filter(({ Name }) => Name === "Alder");
  expect(alders).toHaveLength(1);
});

it("makes the other invoices where Xero refuses one, and lets that one through once its cause is mended", async () => {
  const world = await openWorld();
  const good = addDeal(world, "Good", addPayer(world, "Good payer"));
  const linked = addPayer(world, "Linked");
  world.sandbox.hubspot.update("companies", linked.company, {
    xero_contact_id: "00000000-1111-4222-8333-444444444444",
  });
  const bad = addDeal(world, "Bad", linked);
  const first = await invoiceMany(world, { deal_ids: [bad, good] });
  expect(first).toMatchObject({ created: 1, refused: 1, failed: 0 });
  expect(first.invoices?.[0]?.sentence).toMatch(
    /^Deal "Bad" was not invoiced\. Xero refused the invoice for deal "Bad" to company "Linked"/,
  );
  expect(
    world.sandbox.hubspot.get("deals", bad)?.properties["xero_sync_mark"],
  ).toBe(`refused|1|HS-${bad}|HS-${bad}`);
  world.sandbox.hubspot.update("companies", linked.company, {
    xero_contact_id: "",
  });
  const second = await invoiceMany(world, { deal_ids: [bad, good] });
  expect(second).toMatchObject({ created: 1, already_invoiced: 1 });
  expect(world.sandbox.xero.books().invoices).toHaveLength(2);
});

it("takes all deals of a stage that have no invoice yet", async () => {
  const world = await openWorld();
  const payer = { company: COMPANY.harbour, contacts: [CONTACT.priya] };
  const stage = { pipeline: "default", dealstage: "decisionmakerboughtin" };
  const ready = [1, 2].map((number) =>
    addDeal(world, `Ready ${number}`, payer, undefined, stage),
  );
  await world.invoice(ready[0]!);
  const result = await invoiceMany(world, {
    pipeline_id: "default",
    stage_id: "decisionmakerboughtin",
  });
  expect(result).toMatchObject({ created: 1, more: false });
  expect(result.invoices).toMatchObject([
    { deal_id: ready[1], outcome: "created" },
  ]);
  expect(
    await invoiceMany(world, {
      pipeline_id: "default",
      stage_id: "decisionmakerboughtin",
    }),
  ).toMatchObject({ created: 0, invoices: [] });
});

it("a hundred deals of a stage that are refused keep none behind them waiting", async () => {
  const world = await openWorld();
  const payer = { company: COMPANY.harbour, contacts: [] };
  const stage = { pipeline: "default", dealstage: "decisionmakerboughtin" };
  for (let number = 1; number <= 100; number += 1)
    addDeal(world, `No lines ${number}`, payer, [], stage);
  world.sandbox.clock.advance(60_000);
  const sound = addDeal(world, "Sound", payer, undefined, stage);
  const step = { pipeline_id: "default", stage_id: stage.dealstage };
  const first = await invoiceMany(world, step);
  expect(first.sentence).toMatch(/^None of the 100 deals was invoiced\./);
  expect(first.sentence).toMatch(
    /The stage holds more deals: run this step again\.$/,
  );
  expect(await invoiceMany(world, step)).toMatchObject({
    created: 1,
    more: false,
    invoices: [{ deal_id: sound, outcome: "created" }],
  });
});

it("invoices each entry into a stage, e-mails the invoices, and shows the sum on the deal", async () => {
  const world = await openWorld();
  const deal = addDeal(world, "Retainer", addPayer(world, "Alder"));
  const enter = (month: string) =>
    invoiceMany(world, {
      deal_ids: [`${deal}:closedwon:${Date.parse(`2026-${month}-01`)}`],
      once_per: "stage_entry",
      send_email: true,
    });
  expect(await enter("10")).toMatchObject({ created: 1 });
  expect(await enter("11")).toMatchObject({ created: 1 });
  expect(await enter("11")).toMatchObject({ created: 0, already_invoiced: 1 });
  const { invoices } = world.sandbox.xero.books();
  expect(invoices.map(({ SentToContact }) => SentToContact)).toEqual([
    true,
    true,
  ]);
  const { properties } = world.sandbox.hubspot.get("deals", deal)!;
  // 2 x 265.19
  expect(properties["xero_invoice_total"]).toBe("530.38");
});

it("a list of which no deal can be billed fails, naming each", async () => {
  const world = await openWorld();
  const result = await invoiceMany(world, {
    deal_ids: [DEAL.tiered, DEAL.noPayer],
  });
  expect(result.error).toBe("HaltedError");
  expect(result.sentence).toMatch(
    /^None of the 2 deals was invoiced\.\n.*tiered price.*\n.*nobody can be invoiced/,
  );
});
