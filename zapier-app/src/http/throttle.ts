/**
 * One budget for all actions on Xero: 60 calls a minute and 5 at once for each organisation. An action makes five
 * calls at most with warm metadata, so ten a minute leave room for polls and dropdowns. The action for many deals makes
 * five and more, but people run it once in a while.
 */
export const xeroThrottle = {
  window: 60,
  limit: 10,
  key: "xero",
  scope: ["auth" as const],
  retry: true,
};

/** Actions that write to Xero take turns within a connection. */
export const xeroLock = {
  key: "xero-write",
  scope: ["auth" as const],
  timeout: 60,
};

/** Actions that may create a HubSpot product take turns: nothing in HubSpot keeps a SKU unique. */
export const hubspotProductLock = {
  key: "hubspot-product-write",
  scope: ["auth" as const],
  timeout: 60,
};
