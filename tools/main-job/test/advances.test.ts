import { DEAL } from "@hubspot-xero/sandbox/seed/deals";
import { openWorld, type World } from "./world";

interface PaymentEvent {
  id: string;
  kind: string;
  reversed: boolean;
  amount: number;
  currency: string;
  customer_name: string;
  invoice_id?: string;
  deal_id?: string;
}

const poll = ({ zapier, authData }: World, advances: boolean) =>
  zapier.run<PaymentEvent[]>("triggers", "payment_received", {
    authData,
    inputData: { advances },
  });

/** The invoice of a deal over 7728.00, and its customer in Xero. */
async function openInvoiced() {
  const world = await openWorld();
  const { invoice_id: invoiceId = "" } = await world.invoice(DEAL.website);
  const { invoices } = world.sandbox.xero.books();
  const contactId = invoices[0]!.Contact.ContactID;
  const person = world.sandbox.xero.person();
  /** What fires that has not fired before. */
  const seen = new Set<string>();
  const fired = async (advances = true) => {
    const events = await poll(world, advances);
    const fresh = events.filter(({ id }) => !seen.has(id));
    for (const { id } of fresh) seen.add(id);
    return fresh;
  };
  await fired();
  return { world, person, invoiceId, contactId, fired };
}

it("a customer who pays too much and one who pays in advance each fire once, naming no invoice", async () => {
  const { world, person, invoiceId, contactId, fired } = await openInvoiced();
  person.pay(invoiceId, 7728);
  world.sandbox.clock.advance(2_000);
  const over = person.overpay(contactId, 72.5);
  world.sandbox.clock.advance(2_000);
  const pre = person.prepay(contactId, 600);
  const events = await fired();
  expect(
    events.map(({ kind, amount, deal_id }) => [kind, amount, deal_id]),
  ).toEqual([
    ["prepayment", 600, undefined],
    ["overpayment", 72.5, undefined],
    ["payment", 7728, DEAL.website],
  ]);
  expect(events.slice(0, 2)).toMatchObject([
    { id: pre.ID, currency: "GBP", customer_name: "Harbour & Finch Ltd" },
    { id: over.ID, currency: "GBP", customer_name: "Harbour & Finch Ltd" },
  ]);
  for (const event of events.slice(0, 2))
    expect(event).not.toHaveProperty("invoice_id");
  expect(await fired()).toEqual([]);
});

it("what was set against an invoice before the poll names it and its deal, and counts as credited there", async () => {
  const { world, person, invoiceId, contactId, fired } = await openInvoiced();
  const { ID } = person.overpay(contactId, 100);
  person.allocate(ID, invoiceId, 80.5);
  const [event] = await fired();
  expect(event).toMatchObject({
    id: ID,
    amount: 100,
    invoice_id: invoiceId,
    deal_id: DEAL.website,
  });
  const { zapier, authData, sandbox } = world;
  const inputData = { invoice_id: event?.invoice_id };
  await zapier.run("creates", "update_deal_billing", { authData, inputData });
  // 7728.00 - 80.50
  expect(sandbox.hubspot.get("deals", DEAL.website)?.properties).toMatchObject({
    xero_invoice_status: "part paid",
    xero_amount_credited: "80.50",
    xero_amount_due: "7647.50",
  });
});

it("being used up later fires nothing again", async () => {
  const { world, person, invoiceId, contactId, fired } = await openInvoiced();
  const { ID } = person.prepay(contactId, 60);
  expect(await fired()).toHaveLength(1);
  world.sandbox.clock.advance(2_000);
  person.allocate(ID, invoiceId, 60);
  expect(await fired()).toEqual([]);
});

it("money paid back fires nothing", async () => {
  const { world, person, contactId, fired } = await openInvoiced();
  const { ID } = person.overpay(contactId, 60);
  await fired();
  world.sandbox.clock.advance(2_000);
  person.refund(ID, 60);
  expect(await fired()).toEqual([]);
});

it("unasked nothing of it fires, at one call to Xero", async () => {
  const { world, person, contactId, fired } = await openInvoiced();
  person.overpay(contactId, 60);
  person.prepay(contactId, 60);
  const { result, calls } = await world.sandbox.meter.during(() =>
    fired(false),
  );
  expect(result).toEqual([]);
  expect(calls.map(({ path }) => path)).toEqual(["/api.xro/2.0/Payments"]);
});
