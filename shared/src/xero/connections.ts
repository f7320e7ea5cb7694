import { sendOrFail, type Send } from "../transport/send";
import { readXeroError } from "./readError";
import type { XeroConnection } from "./wire";

/** The organisations that a Xero token may use; needs no organisation itself. */
export async function listXeroConnections(
  send: Send,
): Promise<XeroConnection[]> {
  const response = await sendOrFail(
    send,
    { vendor: "xero", method: "GET", path: "/connections" },
    "Xero",
  );
  if (response.status !== 200 || !Array.isArray(response.body))
    throw readXeroError(response, "the list of organisations");
  return (response.body as XeroConnection[]).filter(
    ({ tenantType }) => tenantType === "ORGANISATION",
  );
}

/** The organisation that was allowed last comes first: it is the one the user has just chosen. */
export function newestFirst(
  connections: readonly XeroConnection[],
): XeroConnection[] {
  return [...connections].sort((a, b) =>
    (b.updatedDateUtc ?? "").localeCompare(a.updatedDateUtc ?? ""),
  );
}
