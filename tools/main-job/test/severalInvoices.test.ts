import { DEAL } from "@hubspot-xero/sandbox/seed/deals";
import { openWorld, type World } from "./world";

const ENTRY = { pipeline_id: "default", stage_id: "closedwon" };

/** Moves the deal into the stage once more, and invoices the entry that the trigger tells of. */
async function enterAndInvoice(world: World, told: Set<string>) {
  const { sandbox, zapier, authData } = world;
  sandbox.hubspot.update("deals", DEAL.website, { dealstage: "contractsent" });
  sandbox.clock.advance(60_000);
  sandbox.hubspot.update("deals", DEAL.website, { dealstage: "closedwon" });
  const events = await zapier.run<{ id: string; deal_id: string }[]>(
    "triggers",
    "deal_entered_stage",
    { authData, inputData: ENTRY },
  );
  const [entry] = events.filter(({ id }) => !told.has(id));
  told.add(entry?.id ?? "");
  const { invoice_id = "", outcome } = await world.invoice(DEAL.website, {
    once_per: "stage_entry",
    stage_entry_id: entry?.id,
  });
  expect(outcome).toBe("created");
  sandbox.clock.advance(60_000);
  return invoice_id;
}

/** A deal of 7728.00 that entered the stage twice. */
async function openTwice() {
  const world = await openWorld();
  const told = new Set<string>();
  const first = await enterAndInvoice(world, told);
  const second = await enterAndInvoice(world, told);
  return { ...world, first, second, told };
}

const FIGURES = ["Total", "AmountPaid", "AmountDue", "AmountCredited"] as const;

/** The sums of the books in Xero, of what is not voided, in cents. */
function books({ sandbox }: World) {
  const { invoices } = sandbox.xero.books();
  const live = invoices.filter(({ Status }) => Status !== "VOIDED");
  return FIGURES.map((figure) =>
    live.reduce((sum, invoice) => sum + Math.round(+invoice[figure] * 100), 0),
  );
}

function shown({ sandbox }: World) {
  const { properties } = sandbox.hubspot.get("deals", DEAL.website)!;
  return {
    id: properties["xero_invoice_id"],
    state: properties["xero_invoice_status"],
    figures: ["total", "paid", "due", "credited"].map((name) => {
      const property =
        name === "total" ? "xero_invoice_total" : `xero_amount_${name}`;
      return Math.round(Number(properties[property]) * 100);
    }),
  };
}

const update = (
  { zapier, authData }: World,
  inputData: Record<string, unknown>,
) => zapier.run("creates", "update_deal_billing", { authData, inputData });

it("a deal that enters the stage twice shows the sum of both invoices, equal to the books", async () => {
  const world = await openTwice();
  const { first, second } = world;
  // 2 x 7728.00
  expect(shown(world)).toEqual({
    id: second,
    state: "awaiting payment",
    figures: [1545600, 0, 1545600, 0],
  });
  const person = world.sandbox.xero.person();
  person.pay(first, 700.5);
  await update(world, { invoice_id: first });
  // 15456.00 - 700.50
  expect(shown(world)).toEqual({
    id: second,
    state: "part paid",
    figures: [1545600, 70050, 1475550, 0],
  });
  person.pay(second, 0.25);
  await update(world, { invoice_id: second });
  expect(shown(world).figures).toEqual([1545600, 70075, 1475525, 0]);
  expect(shown(world).figures).toEqual(books(world));
});

it("the newest paid is not the deal paid", async () => {
  const world = await openTwice();
  world.sandbox.xero.person().pay(world.second, 7728);
  await update(world, { invoice_id: world.second });
  expect(shown(world)).toEqual({
    id: world.second,
    state: "part paid",
    figures: [1545600, 772800, 772800, 0],
  });
  world.sandbox.xero.person().pay(world.first, 7728);
  await update(world, { deal_id: DEAL.website });
  expect(shown(world)).toMatchObject({
    state: "paid",
    figures: [1545600, 1545600, 0, 0],
  });
});

it("the newest voided, the one before leads, and a third entry is invoiced all the same", async () => {
  const world = await openTwice();
  const { first, second, told, sandbox } = world;
  sandbox.xero.person().voidInvoice(second);
  await update(world, { invoice_id: second });
  expect(shown(world)).toEqual({
    id: first,
    state: "awaiting payment",
    figures: [772800, 0, 772800, 0],
  });
  const third = await enterAndInvoice(world, told);
  expect(shown(world)).toEqual({
    id: third,
    state: "awaiting payment",
    figures: books(world),
  });
  expect(books(world)).toEqual([1545600, 0, 1545600, 0]);
});

it("a payment reaches the deal by three calls, and one of a whole deal by one", async () => {
  const world = await openTwice();
  const { meter, xero } = world.sandbox;
  const inputData = {};
  const poll = () =>
    world.zapier.run("triggers", "payment_received", {
      authData: world.authData,
      inputData,
    });
  xero.person().pay(world.first, 10);
  await poll();
  const { calls } = await meter.during(() =>
    update(world, { invoice_id: world.first }),
  );
  expect(calls.map(({ vendor, method }) => `${method} ${vendor}`)).toEqual([
    "GET hubspot",
    "GET xero",
    "PATCH hubspot",
  ]);
  const whole = await world.invoice(DEAL.brand);
  xero.person().pay(whole.invoice_id!, 10);
  await poll();
  const one = await meter.during(() =>
    update(world, { invoice_id: whole.invoice_id }),
  );
  expect(one.calls.map(({ vendor, method }) => `${method} ${vendor}`)).toEqual([
    "PATCH hubspot",
  ]);
});
