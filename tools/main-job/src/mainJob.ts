import { WON_DEALS } from "@hubspot-xero/sandbox/seed/deals";
import { COMPANY } from "@hubspot-xero/sandbox/seed/customers";
import { TAX } from "@hubspot-xero/sandbox/seed/portal";
import type { MeteredCall } from "@hubspot-xero/sandbox/meter";
import type { Sandbox } from "@hubspot-xero/sandbox/sandbox";
import { connect } from "./connect";
import { runMoneyBack, type MoneyBackResult } from "./moneyBack";
import { errorMessage, type Zapier } from "./zapier";

/** The Zap's invoice step, as a bookkeeper at the seeded agency would fill it in. */
export const INVOICE_STEP = {
  invoice_status: "AUTHORISED",
  account_code: "200",
  tax_type: "OUTPUT2",
  tax_table: [
    { hubspot_tax_rate: TAX.standard, xero_tax_rate: "OUTPUT2" },
    { hubspot_tax_rate: TAX.reduced, xero_tax_rate: "RROUTPUT" },
    { hubspot_tax_rate: TAX.zero, xero_tax_rate: "ZERORATEDOUTPUT" },
  ],
  due_in_days: 30,
  on_difference: "rounding_line",
};

export interface InvoiceOutput {
  outcome: "created" | "recovered" | "already_invoiced";
  message: string;
  invoice_id?: string;
  invoice_number?: string;
  status?: string;
  currency?: string;
  subtotal?: number;
  tax?: number;
  total?: number;
  difference?: number;
  contact_name?: string;
  contact_outcome?: string;
  deal_url: string;
}

/** One deal's run through the Zap. */
export interface DealRun {
  dealName: string;
  output?: InvoiceOutput;
  /** Why nothing was made, as Zapier's task history would show it. */
  refusal?: { name: string; message: string };
  calls: MeteredCall[];
}

export interface MainJobResult {
  label: string;
  setUp: string;
  pollCalls: MeteredCall[];
  runs: DealRun[];
  moneyBack: MoneyBackResult;
}

interface StageEvent {
  deal_id: string;
  deal_name: string;
}

const WON = { pipeline_id: "default", stage_id: "closedwon" };

/** Connects, sets HubSpot up, wins the seeded deals, and runs the Zap "deal won -> invoice" for each that the trigger finds. */
export async function runMainJob(
  zapier: Zapier,
  sandbox: Sandbox,
  onRun: (run: DealRun) => void = () => {},
): Promise<MainJobResult> {
  const { authData, label } = await connect(zapier, sandbox);
  const setUp = await zapier.run<{ message: string }>(
    "creates",
    "set_up_hubspot",
    { authData, inputData: { confirm: true } },
  );
  await zapier.run("creates", "upsert_xero_contact", {
    authData,
    inputData: {
      customer_type: "company",
      hubspot_id: COMPANY.northwind,
      email: "accounts@northwind.example",
    },
  });
  winDeals(sandbox);
  const poll = await sandbox.meter.during(() =>
    zapier.run<StageEvent[]>("triggers", "deal_entered_stage", {
      authData,
      inputData: WON,
    }),
  );
  const runs: DealRun[] = [];
  // The trigger hands out the newest first; a Zap works through them in the order they came.
  for (const event of [...poll.result].reverse()) {
    const dealRun = await runDeal(zapier, sandbox, authData, event);
    runs.push(dealRun);
    onRun(dealRun);
  }
  const moneyBack = await runMoneyBack(zapier, sandbox, authData);
  return {
    label,
    setUp: setUp.message,
    pollCalls: poll.calls,
    runs,
    moneyBack,
  };
}

/** What the sales team does: drags the deals into Closed Won. */
export function winDeals({ hubspot, clock }: Sandbox): void {
  for (const id of WON_DEALS) {
    if (hubspot.get("deals", id)?.properties["dealstage"] === "closedwon")
      continue;
    hubspot.update("deals", id, { dealstage: "closedwon" });
    clock.advance(1_000);
  }
}

async function runDeal(
  zapier: Zapier,
  { meter }: Sandbox,
  authData: Record<string, string>,
  event: StageEvent,
): Promise<DealRun> {
  const attempt = await meter.during(() =>
    zapier
      .run<InvoiceOutput>("creates", "create_invoice_from_deal", {
        authData,
        inputData: { ...INVOICE_STEP, deal_id: event.deal_id },
      })
      .then(
        (output) => ({ output }),
        (error: Error) => ({
          refusal: { name: error.name, message: errorMessage(error) },
        }),
      ),
  );
  return {
    dealName: event.deal_name,
    calls: attempt.calls,
    ...attempt.result,
  };
}
