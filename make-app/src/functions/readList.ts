import { ConnectorError } from "@hubspot-xero/shared/error/connectorError";

/** @throws ConnectorError `server` for an answer without its list: it is never taken for an empty one */
export function readList<Element>(
  found: readonly Element[] | undefined,
  record: string,
  vendor: "HubSpot" | "Xero" = "Xero",
): readonly Element[] {
  if (Array.isArray(found)) return found as readonly Element[];
  throw new ConnectorError(
    "server",
    `${vendor}'s answer about ${record} holds no list. Run this scenario again: nothing is made twice.`,
  );
}
