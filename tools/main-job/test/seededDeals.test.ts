import { DEAL } from "@hubspot-xero/sandbox/seed/deals";
import { openWorld, type World } from "./world";

/** The invoice that Xero holds for a deal, reduced to what a bookkeeper would check. */
function booked({ sandbox }: World, dealId: string) {
  const invoice = sandbox.xero
    .books()
    .invoices.find(({ Reference }) => Reference === `HS-${dealId}`);
  if (!invoice) return undefined;
  return {
    currency: invoice.CurrencyCode,
    subtotal: Number(invoice.SubTotal),
    tax: Number(invoice.TotalTax),
    total: Number(invoice.Total),
    lines: invoice.LineItems.map((line) => [
      line.Description,
      Number(line.Quantity),
      Number(line.UnitAmount),
      Number(line.LineAmount),
      line.TaxType,
      Number(line.TaxAmount),
      line.AccountCode,
    ]),
  };
}

it("invoices whole prices, a percentage off, and an item's own account", async () => {
  const world = await openWorld();
  await world.invoice(DEAL.website);
  // 2 x 850 = 1700; 5 x 1000 less 10% = 4500; 240. Net 6440.
  // VAT 20%: 340 + 900 + 48 = 1288. Total 7728.
  expect(booked(world, DEAL.website)).toEqual({
    currency: "GBP",
    subtotal: 6440,
    tax: 1288,
    total: 7728,
    lines: [
      ["Discovery workshop", 2, 850, 1700, "OUTPUT2", 340, "200"],
      ["Design sprint", 5, 1000, 4500, "OUTPUT2", 900, "210"],
      ["Hosting set-up", 1, 240, 240, "OUTPUT2", 48, "200"],
    ],
  });
});

it("takes a discount off each unit, and keeps a price of three decimals", async () => {
  const world = await openWorld();
  await world.invoice(DEAL.brand);
  // 40 x (95.50 - 5.25) = 40 x 90.25 = 3610; 3 x 33.335 = 100.005 -> 100.01. Net 3710.01.
  // VAT: 722.00 + 20.002 -> 20.00 = 742.00. Total 4452.01.
  expect(booked(world, DEAL.brand)).toMatchObject({
    subtotal: 3710.01,
    tax: 742,
    total: 4452.01,
    lines: [
      ["Art direction, hours", 40, 95.5, 3610, "OUTPUT2", 722, "200"],
      ["Print proofs", 3, 33.335, 100.01, "OUTPUT2", 20, "200"],
    ],
  });
});

it("adds a rounding line of a cent where the user wants one", async () => {
  const world = await openWorld();
  const { message } = await world.invoice(DEAL.photography);
  // 3 lines of 33.335 -> 33.34 each = 100.02; the deal is worth 100.005 -> 100.01: a cent less.
  // VAT: 33.34 x 20% = 6.668 -> 6.67, three times = 20.01; none on the rounding. Total 120.02.
  expect(booked(world, DEAL.photography)).toMatchObject({
    subtotal: 100.01,
    tax: 20.01,
    total: 120.02,
    lines: [
      [expect.any(String), 1, 33.335, 33.34, "OUTPUT2", 6.67, "200"],
      [expect.any(String), 1, 33.335, 33.34, "OUTPUT2", 6.67, "200"],
      [expect.any(String), 1, 33.335, 33.34, "OUTPUT2", 6.67, "200"],
      ["Rounding", 1, -0.01, -0.01, "NONE", 0, "860"],
    ],
  });
  expect(message).toMatch(/rounding line of -0\.01/);
});

it("refuses the same deal where the user wants no rounding line, and makes nothing", async () => {
  const world = await openWorld();
  const refused = await world.invoice(DEAL.photography, {
    on_difference: "refuse",
  });
  expect(refused).toEqual({
    error: "HaltedError",
    sentence:
      'Deal "Product photography" is worth 100.01 GBP, but its lines, each rounded to the cent as Xero does, add up to 100.02. Round the prices in HubSpot, or let this step add a rounding line of -0.01.',
  });
  expect(world.sandbox.xero.books().invoices).toEqual([]);
});

it("maps each line's HubSpot tax rate by the tax table", async () => {
  const world = await openWorld();
  await world.invoice(DEAL.campaign);
  // 1250 at 20% = 250; 200 x 4.995 = 999 at 0%; 385.40 at 5% = 19.27.
  // Net 2634.40, VAT 269.27, total 2903.67.
  expect(booked(world, DEAL.campaign)).toMatchObject({
    subtotal: 2634.4,
    tax: 269.27,
    total: 2903.67,
    lines: [
      ["Campaign concept", 1, 1250, 1250, "OUTPUT2", 250, "200"],
      [
        "Children's book, print run",
        200,
        4.995,
        999,
        "ZERORATEDOUTPUT",
        0,
        "200",
      ],
      ["Energy-saving audit", 1, 385.4, 385.4, "RROUTPUT", 19.27, "200"],
    ],
  });
});

it("bills figures finer than Xero can hold as one unit, and a ragged percentage as an amount", async () => {
  const world = await openWorld();
  await world.invoice(DEAL.email);
  // 1000 x 0.061171 = 61.171 -> 61.17.
  // 7 x 19.99 = 139.93 less 12.5% (17.49125) = 122.43875 -> 122.44, so 17.49 off. Net 183.61.
  // VAT: 12.234 -> 12.23 + 24.488 -> 24.49 = 36.72. Total 220.33.
  expect(booked(world, DEAL.email)).toMatchObject({
    subtotal: 183.61,
    tax: 36.72,
    total: 220.33,
    lines: [
      [
        "E-mails sent (1000 x 0.061171)",
        1,
        61.17,
        61.17,
        "OUTPUT2",
        12.23,
        "200",
      ],
      ["Template variants", 7, 19.99, 122.44, "OUTPUT2", 24.49, "200"],
    ],
  });
});

it("invoices in the deal's own currency", async () => {
  const world = await openWorld();
  const made = await world.invoice(DEAL.usLaunch);
  // 12 x 1150.75 = 13809.00, zero-rated.
  expect(booked(world, DEAL.usLaunch)).toMatchObject({
    currency: "USD",
    subtotal: 13809,
    tax: 0,
    total: 13809,
  });
  expect(made).toMatchObject({ contact_name: "Maria Lopez", difference: 0 });
});

it("rounds the tax of 120 lines one by one, as Xero does", async () => {
  const world = await openWorld();
  await world.invoice(DEAL.placements);
  // 3 x 4.17 = 12.51, VAT 2.502 -> 2.50; 120 times: 1501.20 + 300.00 = 1801.20 (20% of the sum would be 300.24).
  const invoice = booked(world, DEAL.placements);
  expect(invoice).toMatchObject({ subtotal: 1501.2, tax: 300, total: 1801.2 });
  expect(invoice?.lines.map(([description]) => description)).toEqual(
    Array.from(
      { length: 120 },
      (_, index) => `Placement ${String(index + 1).padStart(3, "0")}`,
    ),
  );
});

it("invoices the deal's amount on one line where the user wants it", async () => {
  const world = await openWorld();
  await world.invoice(DEAL.noLines, { without_lines: "deal_amount" });
  // 2750 + 20% = 3300.
  expect(booked(world, DEAL.noLines)).toMatchObject({
    subtotal: 2750,
    tax: 550,
    total: 3300,
    lines: [["Prospectus", 1, 2750, 2750, "OUTPUT2", 550, "200"]],
  });
});

it("reads prices as including tax, or as free of it, where the user says so", async () => {
  const world = await openWorld();
  const inclusive = await world.invoice(DEAL.website, {
    line_amount_types: "Inclusive",
  });
  // Tax is a sixth of each: 1700/6 = 283.333 -> 283.33; 750.00; 40.00. Total stays 6440.
  expect(inclusive).toMatchObject({ tax: 1073.33, total: 6440, difference: 0 });
  const free = await world.invoice(DEAL.brand, { line_amount_types: "NoTax" });
  expect(free).toMatchObject({ tax: 0, total: 3710.01, difference: 0 });
});

it("shows the invoice on the deal", async () => {
  const world = await openWorld();
  const made = await world.invoice(DEAL.website);
  const { properties } = world.sandbox.hubspot.get("deals", DEAL.website)!;
  expect(properties).toMatchObject({
    xero_invoice_id: made.invoice_id,
    xero_invoice_number: "INV-0001",
    xero_invoice_status: "awaiting payment",
    xero_invoice_url: `https://go.xero.com/AccountsReceivable/View.aspx?InvoiceID=${made.invoice_id}`,
    xero_invoice_total: "7728.00",
    xero_amount_paid: "0.00",
    xero_amount_due: "7728.00",
    xero_amount_credited: "0.00",
  });
  expect(properties["xero_sync_mark"]).toBe(
    `done|1|HS-${DEAL.website}|HS-${DEAL.website}`,
  );
});

it("invoices again for another entry into a stage, where the user bills by stage entry", async () => {
  const world = await openWorld();
  const { hubspot, clock, xero } = world.sandbox;
  const enter = () => {
    hubspot.update("deals", DEAL.website, { dealstage: "closedwon" });
    return {
      once_per: "stage_entry",
      stage_entry_id: `${DEAL.website}:closedwon:${clock.now().getTime()}`,
    };
  };
  const first = enter();
  await world.invoice(DEAL.website, first);
  clock.advance(60_000);
  hubspot.update("deals", DEAL.website, { dealstage: "contractsent" });
  // Wherever the deal is by now, the same event is never billed again.
  const repeated = await world.invoice(DEAL.website, first);
  expect(repeated.outcome).toBe("already_invoiced");
  const again = await world.invoice(DEAL.website, enter());
  expect(again).toMatchObject({
    outcome: "created",
    invoice_number: "INV-0002",
  });
  // Nor when another entry was billed since.
  const late = await world.invoice(DEAL.website, first);
  expect(late).toMatchObject({
    outcome: "recovered",
    invoice_number: "INV-0001",
  });
  expect(xero.books().invoices).toHaveLength(2);
});

it("takes a deal that was invoiced as a whole for invoiced, where each entry is to be billed", async () => {
  const world = await openWorld();
  await world.invoice(DEAL.website);
  const again = await world.invoice(DEAL.website, {
    once_per: "stage_entry",
    stage_entry_id: `${DEAL.website}:closedwon:1795428000000`,
  });
  expect(again.outcome).toBe("already_invoiced");
  expect(world.sandbox.xero.books().invoices).toHaveLength(1);
});

it("finds an entry's invoice that broke off before another entry was billed", async () => {
  const world = await openWorld();
  const { faults, xero } = world.sandbox;
  const entry = (second: number) => ({
    once_per: "stage_entry",
    stage_entry_id: `${DEAL.website}:closedwon:${1795428000000 + second * 1000}`,
  });
  faults.add({
    vendor: "xero",
    method: "PUT",
    path: /Invoices/,
    effect: { kind: "dropAfterCommit" },
  });
  expect((await world.invoice(DEAL.website, entry(0))).error).toBe("AppError");
  await world.invoice(DEAL.website, entry(90));
  expect(await world.invoice(DEAL.website, entry(0))).toMatchObject({
    outcome: "recovered",
    invoice_number: "INV-0001",
  });
  expect(xero.books().invoices).toHaveLength(2);
});
