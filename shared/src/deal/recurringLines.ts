import { validation, type ConnectorError } from "../error/connectorError";
import type { Deal } from "./deal";
import type { LineItem } from "./lineItem";

/** The lines of a deal that are billed on a schedule, and those that are billed once. */
export interface SplitLines {
  recurring: LineItem[];
  once: LineItem[];
}

/** @throws ConnectorError `validation` where there is no recurring line */
export function splitLines(
  { name }: Pick<Deal, "name">,
  lines: readonly LineItem[],
): SplitLines {
  const recurring = lines.filter((line) => line.recurring);
  const once = lines.filter((line) => !line.recurring);
  if (recurring.length > 0) return { recurring, once };
  throw validation(
    `Deal "${name}" has no recurring line. Set a billing frequency on a line in HubSpot, or use Create Invoice From Deal.`,
  );
}

/**
 * @param mark that of the deal's repeating invoices
 * @throws ConnectorError `validation` where an invoice would bill what repeating invoices bill
 */
export function checkNotRepeating(
  { name, billing }: Pick<Deal, "name" | "billing">,
  lines: readonly LineItem[],
  mark = billing.repeatingMark,
): void {
  if (mark && lines.some(({ recurring }) => recurring))
    throw billedRepeatedly(name);
}

/** Why no invoice bills a deal. */
export function billedRepeatedly(dealName: string): ConnectorError {
  return validation(
    `Deal "${dealName}" has repeating invoices in Xero, which bill its recurring lines. Let Create Repeating Invoice From Deal bill the whole deal.`,
  );
}
