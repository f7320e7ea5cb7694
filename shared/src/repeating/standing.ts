import { dealIdOf, repeatingPart } from "../deal/billingKey";
import type { Deal } from "../deal/deal";
import { ConnectorError } from "../error/connectorError";
import { referencePartFilter } from "../invoice/byReference";
import type { XeroRepeatingInvoice } from "../xero/wire";
import type { RepeatingPlan } from "./planRepeating";
import {
  readRepeatingInvoice,
  type StoredRepeatingInvoice,
} from "./repeatingInvoice";

/** The filter that finds the repeating invoices that carry a deal's key, and the invoices that came of them. */
export function repeatingFilter(dealId: string): string {
  return referencePartFilter(repeatingPart(dealId));
}

/** Those of a deal among the repeating invoices found that have not been ended. */
export function standingOf(
  dealId: string,
  found: readonly XeroRepeatingInvoice[],
): StoredRepeatingInvoice[] {
  return found
    .map(readRepeatingInvoice)
    .filter(
      ({ reference, status }) =>
        status !== "DELETED" && dealIdOf(reference) === dealId,
    );
}

/** The one that bills a schedule already. */
export function standingFor(
  standing: readonly StoredRepeatingInvoice[],
  { key }: Pick<RepeatingPlan, "key">,
): StoredRepeatingInvoice | undefined {
  return standing.find(({ reference }) => isOfKey(reference, key));
}

/** Refuses repeating invoices of the deal that its lines no longer ask for: they would bill beside the new ones. */
export function checkSameSchedules(
  { name }: Pick<Deal, "name">,
  standing: readonly Standing[],
  plans: readonly Keyed[],
): void {
  const others = withoutSchedule(standing, plans);
  if (others.length === 0) return;
  throw new ConnectorError(
    "conflict",
    `Deal "${name}" has repeating invoices in Xero that do not fit its lines: ${others.map(({ reference }) => reference).join(", ")}. The lines were changed since. Run End Repeating Invoices for the deal, clear "Xero repeating invoice mark" on it, then run this step again.`,
  );
}

/** Whether the lines ask for each of them. */
export function fitsSchedules(
  standing: readonly Standing[],
  plans: readonly Keyed[],
): boolean {
  return withoutSchedule(standing, plans).length === 0;
}

type Standing = Pick<StoredRepeatingInvoice, "reference">;
type Keyed = Pick<RepeatingPlan, "key">;

const withoutSchedule = (
  standing: readonly Standing[],
  plans: readonly Keyed[],
) =>
  standing.filter(
    ({ reference }) => !plans.some(({ key }) => isOfKey(reference, key)),
  );

/** True where a reference carries this very key, whatever text stands before it. */
function isOfKey(reference: string, key: string): boolean {
  return reference === key || reference.endsWith(`(${key})`);
}
