import { Client } from "@hubspot/api-client";
import { XeroClient } from "xero-node";

/** The vendors' own clients, connected to one HubSpot account and one Xero organisation. */
export interface Clients {
  hubspot: Client["crm"];
  xero: XeroClient["accountingApi"];
  /** The Xero organisation. */
  tenantId: string;
}

export interface Connection {
  /** Base addresses and tokens by vendor. */
  addresses: { hubspot: string; xero: string };
  tokens: { hubspot: string; xero: string };
  tenantId: string;
}

/** Neither client retries or limits by itself: both would do so without Xero's Retry-After, and repeat broken writes. */
export function createClients({
  addresses,
  tokens,
  tenantId,
}: Connection): Clients {
  const hubspot = new Client({
    accessToken: tokens.hubspot,
    basePath: addresses.hubspot,
  });
  const xero = new XeroClient();
  xero.setTokenSet({ access_token: tokens.xero });
  xero.accountingApi.basePath = `${addresses.xero}/api.xro/2.0`;
  return { hubspot: hubspot.crm, xero: xero.accountingApi, tenantId };
}
