import { DEAL } from "@hubspot-xero/sandbox/seed/deals";
import { timeline } from "./timeline";
import { openWorld } from "./world";

/** A paid deal, and the step that notes it. */
async function openPaid() {
  const world = await openWorld();
  const { invoice_id = "" } = await world.invoice(DEAL.brand);
  const payment = world.sandbox.xero.person().pay(invoice_id, 452.01);
  const note = (eventId?: string) =>
    world.zapier.run("creates", "update_deal_billing", {
      authData: world.authData,
      inputData: { invoice_id, add_note: true, event_id: eventId },
    });
  return { world, invoiceId: invoice_id, eventId: payment.PaymentID, note };
}

const words = (id: string, figures: string) =>
  `<p><a href="https://go.xero.com/AccountsReceivable/View.aspx?InvoiceID=${id}">Xero invoice INV-0001</a> is ${figures}.</p>`;
const PART_PAID =
  /part paid: 452\.01 of 4452\.01 GBP paid, 0\.00 credited, 4000\.00 due by \d{4}-\d\d-\d\d/;

it("the note stands once on the deal, however often the step is repeated", async () => {
  const { world, invoiceId, eventId, note } = await openPaid();
  await note(eventId);
  await note(eventId);
  await world.zapier.forget();
  await note(eventId);
  const notes = timeline(world, DEAL.brand);
  expect(notes).toHaveLength(1);
  const [figures = ""] = PART_PAID.exec(notes[0] ?? "") ?? [];
  expect(notes[0]).toBe(
    `${words(invoiceId, figures)}<p>Xero event ${eventId}</p>`,
  );
});

it("the reversal is noted as well, and neither twice", async () => {
  const { world, invoiceId, eventId, note } = await openPaid();
  await note(eventId);
  world.sandbox.xero.person().deletePayment(eventId);
  await note(`${eventId}:reversed`);
  await world.zapier.forget();
  await note(eventId);
  await note(`${eventId}:reversed`);
  const notes = timeline(world, DEAL.brand);
  expect(notes).toHaveLength(2);
  expect(notes[1]).toMatch(
    /awaiting payment: 0\.00 of 4452\.01 GBP paid, 0\.00 credited, 4452\.01 due/,
  );
  expect(notes[1]).toContain(invoiceId);
});

it("without an event the same words stand once, and new figures are noted", async () => {
  const { world, invoiceId, note } = await openPaid();
  await note();
  await world.zapier.forget();
  await note();
  expect(timeline(world, DEAL.brand)).toHaveLength(1);
  world.sandbox.xero.person().pay(invoiceId, 4000);
  await note();
  expect(timeline(world, DEAL.brand)[1]).toBe(
    words(
      invoiceId,
      "paid: 4452.01 of 4452.01 GBP paid, 0.00 credited, 0.00 due",
    ),
  );
});

it("whichever call broke, the repeated step leaves one note", async () => {
  // invoice, figures, the deal's notes, the note
  for (let call = 0; call < 5; call += 1) {
    const { world, eventId, note } = await openPaid();
    const { faults } = world.sandbox;
    await world.zapier.forget();
    faults.add({ after: call, effect: { kind: "dropAfterCommit" } });
    await note(eventId).catch(() => undefined);
    faults.clear();
    await note(eventId);
    expect(timeline(world, DEAL.brand)).toHaveLength(1);
    await world.sandbox.close();
  }
});
