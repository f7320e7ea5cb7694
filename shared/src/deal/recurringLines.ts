import { validation } from "../error/connectorError";
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
