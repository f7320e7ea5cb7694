import { validation } from "@hubspot-xero/shared/error/connectorError";
import type { Input } from "@hubspot-xero/shared/input/input";
import { readDealInvoiceOptions } from "@hubspot-xero/shared/invoice/options";
import { quoteForWhere } from "@hubspot-xero/shared/text/text";
import { anyOf } from "@hubspot-xero/shared/xero/anyOf";
import { attempt } from "./attempt";
import type { Billing } from "./dealForBilling";
import { isOpen, type DealRow, type DealRows } from "./dealRows";
import { mayStand } from "./mayStand";

/** What Xero recommends to create in one call. */
const MOST_DEALS = 50;
/** How many requests for earlier invoices the module has; one finds about 40 references. */
export const REFERENCE_SEARCHES = 4;

/** An array aggregator wraps each of its rows. */
type Given = Billing | { billing?: Billing };

const billingOf = (given: Given): Billing | undefined =>
  "deal" in given ? given : given.billing;

/** The deals of a run, each once, before Xero is asked for anything. */
export function chooseDeals(
  parameters: Input & { deals?: Given | Given[] },
  now: Date | string,
) {
  return attempt((): DealRows => {
    readDealInvoiceOptions(parameters);
    const rows = readRows(parameters.deals);
    const open = rows.filter(isOpen).map(({ billing }) => billing);
    const references = searches(
      open
        .filter((billing) => mayStand(billing, now))
        .map(({ reference }) => `Reference==${quoteForWhere(reference)}`),
    );
    if (references.length > REFERENCE_SEARCHES)
      throw validation(
        "The references of so many deals are too long to be looked for in one run. Take half as many deals: nothing was made.",
      );
    return {
      rows,
      open: open.length > 0,
      hasItems: open.some(({ lineItems }) => lineItems.some(({ sku }) => sku)),
      references,
    };
  });
}

/** One reference at a time where the module has requests for them: organisations of over 100,000 invoices take no OR. */
const searches = (clauses: readonly string[]): string[] =>
  clauses.length <= REFERENCE_SEARCHES ? [...new Set(clauses)] : anyOf(clauses);

function readRows(given: Given | Given[] | undefined): DealRow[] {
  const billings = new Map<string, Billing>();
  for (const entry of given === undefined ? [undefined] : [given].flat()) {
    const billing = entry && billingOf(entry);
    if (!billing?.deal)
      throw validation(
        'Billing data is empty. Collect the billing data of the module "Get a deal for billing" in an array aggregator, and map its array.',
      );
    billings.set(billing.key, billing);
  }
  if (billings.size > MOST_DEALS)
    throw validation(
      `One run takes ${MOST_DEALS} deals, not ${billings.size}. Lower the limit of the module that finds the deals: nothing was made.`,
    );
  return [...billings.values()].map((billing) => {
    if (billing.invoiced) return { billing, outcome: "already_invoiced" };
    checkBatch(billing);
    return { billing };
  });
}

/** The mark must name the batch before Xero is written to: until it has settled, no other key may make the invoice. */
function checkBatch({ deal, mark, begun }: Billing): void {
  if (mark?.state === "begun" || begun.batch) return;
  throw validation(
    `Deal "${deal.name}" was read to be invoiced by itself. Switch on "In a batch" in the module "Get a deal for billing".`,
  );
}
