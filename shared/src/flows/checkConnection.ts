import { ConnectorError } from "../error/connectorError";
import { listXeroConnections } from "../xero/connections";
import type { Context } from "./context";

/**
 * Proves both halves of a connection, and names them for its label.
 * @throws ConnectorError `auth` or `permission`, naming the vendor, the scope or the organisation that is missing
 */
export async function checkConnection({
  hubspot,
  xero,
}: Pick<Context, "hubspot" | "xero">) {
  const [account, connections] = await Promise.all([
    hubspot.account(),
    listXeroConnections(xero.send),
    // The scopes of a service key cannot be read; an empty look at each record type shows what is missing.
    ...(["deals", "line_items", "companies", "contacts"] as const).map((type) =>
      hubspot.canRead(type),
    ),
  ]);
  const organisation = connections.find(
    ({ tenantId }) => tenantId === xero.tenantId,
  );
  if (!organisation) {
    throw new ConnectorError(
      "permission",
      "This connection has access to no Xero organisation. Reconnect it and allow one.",
      { vendor: "xero" },
    );
  }
  return {
    organisationName: organisation.tenantName ?? organisation.tenantId,
    hubspotAccount: String(account.portalId),
  };
}
