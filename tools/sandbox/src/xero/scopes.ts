/** Apps made since 2 Mar 2026 get these granular scopes only. */
const WITH_READ = [
  "accounting.invoices",
  "accounting.payments",
  "accounting.banktransactions",
  "accounting.manualjournals",
  "accounting.contacts",
  "accounting.settings",
  "accounting.attachments",
];
const REPORTS = [
  "aged",
  "balancesheet",
  "banksummary",
  "budgetsummary",
  "executivesummary",
  "profitandloss",
  "trialbalance",
  "taxreports",
];

const KNOWN = new Set([
  "openid",
  "profile",
  "email",
  "offline_access",
  ...WITH_READ.flatMap((scope) => [scope, `${scope}.read`]),
  ...REPORTS.map((report) => `accounting.reports.${report}.read`),
  "accounting.journals.read",
]);

export const EVERY_SCOPE = [
  "openid",
  "profile",
  "email",
  "offline_access",
  ...WITH_READ,
];

/** Which scope opens a resource; any one of the list does. */
const BY_RESOURCE: Record<string, string[]> = {
  Contacts: ["accounting.contacts"],
  ContactGroups: ["accounting.contacts"],
  Invoices: ["accounting.invoices"],
  RepeatingInvoices: ["accounting.invoices"],
  CreditNotes: ["accounting.invoices"],
  Payments: ["accounting.payments"],
  BatchPayments: ["accounting.payments"],
  Overpayments: ["accounting.payments"],
  Prepayments: ["accounting.payments"],
  BankTransactions: ["accounting.banktransactions"],
  Items: ["accounting.invoices", "accounting.settings"],
  Accounts: ["accounting.settings"],
  TaxRates: ["accounting.settings"],
  Currencies: ["accounting.settings"],
  Organisation: ["accounting.settings"],
  BrandingThemes: ["accounting.settings"],
  TrackingCategories: ["accounting.settings"],
};

export function unknownScopes(scopes: readonly string[]): string[] {
  return scopes.filter((scope) => !KNOWN.has(scope));
}

export function allows(
  scopes: readonly string[],
  method: string,
  resource: string,
): boolean {
  const wanted = BY_RESOURCE[resource];
  if (!wanted) return true;
  return wanted.some(
    (scope) =>
      scopes.includes(scope) ||
      (method === "GET" && scopes.includes(`${scope}.read`)),
  );
}
