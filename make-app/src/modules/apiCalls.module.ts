import { apiCall } from "./apiCall";
import { organisation, TENANT } from "./organisation";

export const makeHubspotApiCall = apiCall(
  "makeHubspotApiCall",
  "hubspot",
  "/crm/objects/2026-09/deals",
);

export const makeXeroApiCall = apiCall(
  "makeXeroApiCall",
  "xero",
  "/api.xro/2.0/Invoices",
  [organisation()],
  { "Xero-Tenant-Id": String(TENANT["Xero-Tenant-Id"]) },
);
