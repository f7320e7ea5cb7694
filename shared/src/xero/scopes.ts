/** What the connector asks of Xero: the granular scopes of 2026, no more than the operations need. */
export const XERO_SCOPES = [
  "offline_access",
  "accounting.contacts",
  "accounting.invoices",
  "accounting.payments",
  "accounting.settings.read",
] as const;
