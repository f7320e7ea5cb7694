import type { MeteredCall } from "@hubspot-xero/sandbox/meter";
import type { Sandbox } from "@hubspot-xero/sandbox/sandbox";
import { accountantsDay, shown, type Shown } from "./accountantsDay";
import type { Zapier } from "./zapier";

/** One deal, before and after the Zap "payment -> deal". */
export interface DealMoney {
  dealName: string;
  what: string;
  before: Shown;
  after: Shown;
}

/** Money from a customer that is set against no invoice yet. */
export interface Advance {
  kind: "overpayment" | "prepayment";
  amount: number;
  currency: string;
  customerName: string;
}

export interface MoneyBackResult {
  deals: DealMoney[];
  /** What customers paid too much or in advance. */
  advances: Advance[];
  events: number;
  calls: MeteredCall[];
}

interface BillingEvent {
  id: string;
  invoice_id?: string;
  deal_id?: string;
  /** Of events of money: `payment`, `overpayment` or `prepayment`. */
  kind?: string;
  amount: number;
  currency: string;
  customer_name: string;
}

/** The triggers of the Zaps, with what each asks for. */
const TRIGGERS = {
  payment_received: { advances: true },
  invoice_updated: {},
};

/** The accountant's day in Xero, then the Zaps that carry it to the deals. Invoices that were touched before are left alone. */
export async function runMoneyBack(
  zapier: Zapier,
  sandbox: Sandbox,
  authData: Record<string, string>,
): Promise<MoneyBackResult> {
  const poll = async () => {
    const events: BillingEvent[] = [];
    for (const [key, inputData] of Object.entries(TRIGGERS))
      events.push(
        ...(await zapier.run<BillingEvent[]>("triggers", key, {
          authData,
          inputData,
        })),
      );
    return events;
  };
  const seen = new Set((await poll()).map(({ id }) => id));
  const touched = accountantsDay(sandbox);
  const { result: fresh, calls } = await sandbox.meter.during(async () => {
    const fresh = (await poll()).filter(({ id }) => !seen.has(id));
    for (const event of fresh)
      if (event.deal_id)
        await zapier.run("creates", "update_deal_billing", {
          authData,
          inputData: { invoice_id: event.invoice_id },
        });
    return fresh;
  });
  const deals = touched.map(({ dealId, what, before }) => ({
    dealName:
      sandbox.hubspot.get("deals", dealId)?.properties["dealname"] ?? "",
    what,
    before,
    after: shown(sandbox, dealId),
  }));
  const events = fresh.filter(({ deal_id }) => deal_id).length;
  return { deals, advances: fresh.flatMap(readAdvance), events, calls };
}

function readAdvance(event: BillingEvent): Advance[] {
  const { kind, amount, currency, customer_name: customerName } = event;
  if (event.invoice_id || (kind !== "overpayment" && kind !== "prepayment"))
    return [];
  return [{ kind, amount, currency, customerName }];
}
