import fc from "fast-check";
import { DEAL } from "@hubspot-xero/sandbox/seed/deals";
import { DEPTH } from "./depth";
import { openWorld, type World } from "./world";

interface BillingEvent {
  id: string;
  invoice_id: string;
}

const TRIGGERS = ["payment_received", "invoice_updated"];

type Step = "payPart" | "payRest" | "reverse" | "credit" | "void";

/** What an accountant does to the invoice in Xero; a step that Xero would refuse is left out. */
function carryOut(step: Step, { sandbox }: World, invoiceId: string): void {
  const { xero, clock } = sandbox;
  const { invoices, payments } = xero.books();
  const invoice = invoices.find(({ InvoiceID }) => InvoiceID === invoiceId)!;
  const person = xero.person();
  const due = Number(invoice.AmountDue);
  const open = payments.filter(({ Status }) => Status === "AUTHORISED");
  clock.advance(1_500);
  if (step === "payPart" && due > 100.25) person.pay(invoiceId, 100.25);
  if (step === "payRest" && due > 0) person.pay(invoiceId, due);
  if (step === "reverse" && open[0]) person.deletePayment(open[0].PaymentID);
  if (step === "credit" && due > 50.5) {
    const note = person.createCreditNote({
      Type: "ACCRECCREDIT",
      Status: "AUTHORISED",
      Contact: { ContactID: invoice.Contact.ContactID },
      LineAmountTypes: "NoTax",
      LineItems: [
        {
          Description: "Goodwill",
          Quantity: 1,
          UnitAmount: 50.5,
          AccountCode: "200",
        },
      ],
    });
    person.allocate(note.ID, invoiceId, 50.5);
  }
  if (step === "void" && Number(invoice.Total) === due)
    person.voidInvoice(invoiceId);
}

/** Xero's figures and the deal's, side by side. */
function figures({ sandbox }: World, invoiceId: string) {
  const invoice = sandbox.xero
    .books()
    .invoices.find(({ InvoiceID }) => InvoiceID === invoiceId)!;
  const { properties } = sandbox.hubspot.get("deals", DEAL.website)!;
  return {
    xero: [invoice.AmountPaid, invoice.AmountDue, invoice.AmountCredited].map(
      Number,
    ),
    deal: [
      properties["xero_amount_paid"],
      properties["xero_amount_due"],
      properties["xero_amount_credited"],
    ].map(Number),
    isVoid: invoice.Status === "VOIDED",
    state: properties["xero_invoice_status"],
  };
}

it(
  "leaves the deal equal to Xero after every step, whatever order and repetition the events come in",
  async () => {
    const step = fc.constantFrom<Step>(
      "payPart",
      "payRest",
      "reverse",
      "credit",
      "void",
    );
    const deliveries = fc.array(fc.nat(), { maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(step, deliveries), { minLength: 1, maxLength: 6 }),
        async (sequence) => {
          const world = await openWorld();
          const { zapier, authData } = world;
          const { invoice_id = "" } = await world.invoice(DEAL.website);
          const seen = new Map<string, BillingEvent>();
          const poll = async () => {
            const fresh: BillingEvent[] = [];
            for (const key of TRIGGERS) {
              const events = await zapier.run<BillingEvent[]>("triggers", key, {
                authData,
                inputData: {},
              });
              fresh.push(...events.filter(({ id }) => !seen.has(id)));
            }
            for (const event of fresh) seen.set(event.id, event);
            return fresh;
          };
          await poll();
          for (const [done, repeated] of sequence) {
            carryOut(done, world, invoice_id);
            const fresh = await poll();
            const all = [...seen.values()];
            // The new events last first, then any of the old ones again.
            const queue = [
              ...fresh.reverse(),
              ...repeated.flatMap((index) => all[index % all.length] ?? []),
            ];
            for (const event of queue)
              await zapier.run("creates", "update_deal_billing", {
                authData,
                inputData: { invoice_id: event.invoice_id },
              });
            const { xero, deal, isVoid, state } = figures(world, invoice_id);
            expect(deal).toEqual(xero);
            expect(state === "voided").toBe(isVoid);
            if (isVoid) break;
          }
          await world.sandbox.close();
        },
      ),
      { numRuns: 6 * DEPTH },
    );
  },
  120_000 * DEPTH,
);
