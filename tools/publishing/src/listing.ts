/** What the integration is registered with. */
export const listing = {
  name: "HubSpot to Xero",
  description:
    "HubSpot to Xero is a billing connector that turns won deals into invoices, once, and brings their payments back.",
  role: "contractor",
  category: "accounting",
  audience: "private",
};
