import { withCredit } from "../allocation/allocate";
import {
  readAllocationStep,
  type AllocationStep,
} from "../allocation/allocationStep";
import { creditName, type Allocation, type Credit } from "../allocation/credit";
import {
  planAllocation,
  sentence,
  type AllocationPlan,
} from "../allocation/planAllocation";
import type { Input } from "../input/input";
import { checkLockDate } from "../invoice/planInvoice";
import type { StoredInvoice } from "../invoice/readInvoice";
import { withXeroSettings, type XeroSettings } from "../xero/settings";
import { hubspotAccount, type Context } from "./context";
import { salesInvoice } from "./salesInvoice";
import { setAgainst } from "./setAgainst";
import { withFreshKey } from "./withFreshKey";

export interface AllocatedCredit {
  outcome: AllocationPlan["outcome"];
  /** What stands against the invoice now, of this run or an earlier one. */
  allocation?: Allocation;
  /** Both as they stand after the run. */
  credit: Credit;
  invoice: StoredInvoice;
}

/**
 * Sets a customer's credit note, overpayment or prepayment against a sales invoice: three calls to Xero, two where an
 * earlier run has done it. Whatever is wrong is told before anything is written.
 * @throws ConnectorError `notFound` when there is no such credit or invoice; `validation` when they do not belong
 * together, less is left or due than the step wants, or the period is locked
 */
export async function allocateCredit(
  context: Context,
  input: Input,
): Promise<AllocatedCredit> {
  const { timeZone } = await hubspotAccount(context);
  const step = readAllocationStep(input, { now: context.now, timeZone });
  const invoice = await salesInvoice(context, step.invoiceId);
  const credit = await context.xero.getCredit(step.type, step.creditId);
  const plan = planAllocation(step, credit, invoice);
  if (plan.outcome !== "allocated") return { ...plan, credit, invoice };
  const { allocation } = plan;
  const { xero, cache } = context;
  await withXeroSettings(xero, cache, (settings) =>
    checkAllocationDate(allocation, credit, settings),
  );
  const parts = [xero.tenantId, ...allocationKey(step, credit, invoice)];
  const used = await withFreshKey(context, "allocation", parts, (key) =>
    setAgainst(context, credit, allocation, key),
  );
  return {
    ...plan,
    credit: used,
    invoice: withCredit(invoice, allocation.amount),
  };
}

/**
 * What tells one allocation from another within Xero's memory of keys. The credit's last change is among it, so that what
 * somebody has taken back in Xero can be set against the invoice again; two runs at once see the same one.
 */
export function allocationKey(
  { amount }: Pick<AllocationStep, "amount">,
  { type, id, updatedAt }: Credit,
  invoice: StoredInvoice,
): string[] {
  return ["allocation", type, id, invoice.id, amount ?? "", updatedAt ?? ""];
}

/** @throws ConnectorError `validation` when the allocation is dated in a locked period */
export function checkAllocationDate(
  { date }: Allocation,
  credit: Credit,
  settings: XeroSettings,
): void {
  checkLockDate(
    { date, status: "AUTHORISED" },
    sentence(creditName(credit)),
    settings,
    "allocation",
  );
}
