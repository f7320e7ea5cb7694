import type { World } from "@hubspot-xero/main-job/world";
import { DEAL } from "@hubspot-xero/sandbox/seed/deals";
import { addDeal } from "./billedDeal";
import { countCalls } from "./invoiceCalls";
import type { Measured } from "./metric";

const PAYMENTS = 10;

interface PaymentEvent {
  invoice_id: string;
}

/** Payments on ten invoices that one poll finds, each carried to its deal. */
export async function measurePayments(world: World): Promise<Measured[]> {
  const { sandbox, zapier } = world;
  const { authData } = world;
  const poll = () =>
    sandbox.meter.during(() =>
      zapier.run<PaymentEvent[]>("triggers", "payment_received", {
        authData,
        inputData: {},
      }),
    );
  const invoices: string[] = [];
  for (let count = 0; count < PAYMENTS; count += 1) {
    const deal = addDeal(sandbox, DEAL.brand, 1);
    const { invoice_id, sentence } = await world.invoice(deal, {
      tax_table: [],
    });
    if (!invoice_id) throw new Error(`No invoice to be paid: ${sentence}`);
    invoices.push(invoice_id);
  }
  await poll();
  for (const id of invoices) sandbox.xero.person().pay(id, 10);
  const found = await poll();
  const updates = await sandbox.meter.during(async () => {
    for (const { invoice_id } of found.result)
      await zapier.run("creates", "update_deal_billing", {
        authData,
        inputData: { invoice_id },
      });
  });
  const detail = `${found.result.length} payments in one poll`;
  return [
    {
      key: "calls.payment.perPayment",
      value: updates.calls.length / found.result.length,
      detail,
    },
    {
      key: "calls.payment.perPayment.xeroPerPoll",
      value: countCalls(found.calls).xero - 1,
      detail,
    },
  ];
}
