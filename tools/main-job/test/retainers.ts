import { INVOICE_STEP } from "../src/mainJob";
import { errorMessage } from "../src/zapier";
import type { World } from "./world";

export interface RepeatingOutput {
  outcome: string;
  message: string;
  invoice_number?: string;
  repeating_invoices: {
    id: string;
    reference: string;
    rhythm: string;
    start_date: string;
    end_date?: string;
    next_date?: string;
    total: number;
    difference?: number;
  }[];
}

/** A line that is billed again and again. */
export const recurring = (
  name: string,
  price: string,
  start: string,
  more: Record<string, string> = {},
): Record<string, string> => ({
  name,
  quantity: "1",
  price,
  recurringbillingfrequency: "monthly",
  hs_recurring_billing_start_date: start,
  ...more,
});

/** Runs the step for a deal; a refusal is returned, not thrown. */
export function repeat(
  { zapier, authData }: World,
  dealId: string,
  step: Record<string, unknown> = {},
): Promise<Partial<RepeatingOutput> & { error?: string; sentence?: string }> {
  return zapier
    .run<RepeatingOutput>("creates", "create_repeating_invoice_from_deal", {
      authData,
      inputData: { ...INVOICE_STEP, ...step, deal_id: dealId },
    })
    .catch((error: Error) => ({
      error: error.name,
      sentence: errorMessage(error),
    }));
}

export interface EndedOutput {
  outcome: string;
  message: string;
  billed_count: number;
  billed_total: number;
}

export function end(
  { zapier, authData }: World,
  dealId: string,
): Promise<EndedOutput> {
  return zapier.run<EndedOutput>("creates", "end_repeating_invoices", {
    authData,
    inputData: { deal_id: dealId },
  });
}
