import { XeroClient } from "xero-node";
import { createFaults } from "../../src/faults";
import { createMeter } from "../../src/meter";
import { createVendorFetch, listen } from "../../src/vendorServer";
import { CLIENT, openTenant } from "./tenant";
import type { Tenant } from "./tenant";

export interface Sdk {
  tenant: Tenant;
  api: XeroClient["accountingApi"];
  close(): Promise<void>;
}

/** Xero's own client, connected to a fresh organisation over HTTP. */
export async function openSdk(): Promise<Sdk> {
  const tenant = openTenant();
  const fetch = createVendorFetch("xero", tenant.xero.app, {
    faults: createFaults(),
    meter: createMeter(),
  });
  const server = await listen(fetch, 0);
  const client = new XeroClient({
    clientId: CLIENT.id,
    clientSecret: CLIENT.secret,
  });
  client.setTokenSet({ access_token: tenant.token });
  client.accountingApi.basePath = `${server.url}/api.xro/2.0`;
  return { tenant, api: client.accountingApi, close: () => server.close() };
}
