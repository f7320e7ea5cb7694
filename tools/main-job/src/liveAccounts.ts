import type { Send } from "@hubspot-xero/shared/transport/send";
import {
  listXeroConnections,
  newestFirst,
} from "@hubspot-xero/shared/xero/connections";

/** The tokens of the real accounts, from the environment. */
export function readTokens(): { hubspot: string; xero: string } {
  return {
    hubspot: needed("HUBSPOT_SERVICE_KEY"),
    xero: needed("XERO_ACCESS_TOKEN"),
  };
}

/** The Xero organisation that `XERO_ORGANISATION_ID` names, else the one that was allowed last. */
export async function findOrganisation(
  send: Send,
): Promise<{ tenantId: string; tenantName?: string }> {
  const connections = newestFirst(await listXeroConnections(send));
  const wanted = process.env["XERO_ORGANISATION_ID"];
  const found = wanted
    ? connections.find(({ tenantId }) => tenantId === wanted)
    : connections[0];
  if (found) return found;
  const known = connections.map(
    ({ tenantId, tenantName }) => `${tenantId} (${tenantName})`,
  );
  throw new Error(
    `XERO_ACCESS_TOKEN gives no access to ${wanted ? `the organisation ${wanted}` : "any organisation"}. It has: ${known.join(", ") || "none"}.`,
  );
}

function needed(name: string): string {
  const value = process.env[name]?.trim();
  if (value) return value;
  throw new Error(
    `${name} is not set. A live run needs HUBSPOT_SERVICE_KEY and XERO_ACCESS_TOKEN in the environment; see "From the command line" in docs/connect.md.`,
  );
}
