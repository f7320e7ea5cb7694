import {
  withAllocation,
  withCredit,
  writeAllocation,
} from "@hubspot-xero/shared/allocation/allocate";
import {
  readAllocationStep,
  type AllocationStep,
} from "@hubspot-xero/shared/allocation/allocationStep";
import {
  readSalesCredit,
  type Credit,
} from "@hubspot-xero/shared/allocation/credit";
import {
  planAllocation,
  type AllocationPlan,
} from "@hubspot-xero/shared/allocation/planAllocation";
import {
  allocationKey,
  checkAllocationDate,
} from "@hubspot-xero/shared/flows/allocateCredit";
import { allocatedCreditOutput } from "@hubspot-xero/shared/flows/allocatedCreditOutput";
import { text, type Input } from "@hubspot-xero/shared/input/input";
import type { StoredInvoice } from "@hubspot-xero/shared/invoice/readInvoice";
import { checkId } from "@hubspot-xero/shared/transport/send";
import { CREDIT_COLLECTIONS } from "@hubspot-xero/shared/xero/creditCalls";
import type {
  XeroCredit,
  XeroOrganisation,
} from "@hubspot-xero/shared/xero/wire";
import { attempt } from "./attempt";
import { givenOrganisation } from "./givenOrganisation";
import { pickedDate } from "./pickedDate";

/** Make runs functions with the scenario's time zone: allocations are dated by it. */
interface Scenario {
  timezone?: string;
}

type Collection = (typeof CREDIT_COLLECTIONS)[keyof typeof CREDIT_COLLECTIONS];
type Wanted = AllocationStep & { collection: Collection };

/** Which credit is to be set against which invoice, or what is wrong with the fields; nothing is sent before. */
export function allocationWanted(
  this: Scenario,
  parameters: Input,
  now: Date | string,
) {
  return attempt((): Wanted => {
    checkId(text(parameters, "creditId"), "Xero");
    checkId(text(parameters, "invoiceId"), "Xero");
    const step = readAllocationStep(
      { ...parameters, date: pickedDate(parameters["date"]) },
      {
        now: new Date(now).toISOString(),
        timeZone: this.timezone ?? "UTC",
      },
    );
    return { ...step, collection: CREDIT_COLLECTIONS[step.type] };
  });
}

interface Planned {
  plan: AllocationPlan;
  credit: Credit;
  /** The request that writes it, and what tells it from another. */
  body?: object;
  key?: string;
}

/** What of the credit goes to the invoice, or why nothing can; nothing is written before. */
export function allocationPlan(
  status: number,
  body: { [Key in Collection]?: XeroCredit[] } | undefined,
  step: Wanted,
  invoice: StoredInvoice,
) {
  return attempt((): Planned => {
    const found = status === 404 ? undefined : (body?.[step.collection] ?? []);
    const credit = readSalesCredit(step.type, found, step.creditId);
    const plan = planAllocation(step, credit, invoice);
    return plan.outcome === "allocated"
      ? {
          plan,
          credit,
          body: writeAllocation(plan.allocation),
          key: allocationKey(step, credit, invoice).join("|"),
        }
      : { plan, credit };
  });
}

/** What stands against the date of the allocation, before it is written. */
export function checkAllocatedOn(
  { plan, credit }: Planned,
  organisations: readonly XeroOrganisation[] | undefined,
) {
  return attempt(() => {
    const settings = givenOrganisation(organisations);
    if (plan.allocation) checkAllocationDate(plan.allocation, credit, settings);
    return {};
  });
}

/** What the module hands out: both as they stand after the run. */
export function allocationResult(
  { plan, credit }: Planned,
  invoice: StoredInvoice,
) {
  const { outcome, allocation } = plan;
  const isNew = outcome === "allocated";
  const after = isNew ? withCredit(invoice, allocation.amount) : invoice;
  return {
    ...allocatedCreditOutput({
      outcome,
      allocation,
      credit: isNew ? withAllocation(credit, allocation) : credit,
      invoice: after,
    }),
    invoice: { ...after, lines: [] },
  };
}
