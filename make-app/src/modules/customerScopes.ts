/** What a connection must allow before companies and people are written to; which of them it is shows only in the run. */
export const CUSTOMER_SCOPES = [
  "crm.objects.companies.write",
  "crm.objects.contacts.write",
] as const;
