/** What `Get a deal for billing` hands over of a deal that an earlier attempt had begun with. */
export const BILLING = {
  deal: {
    id: "701",
    name: "Spring",
    currency: "GBP",
    url: "https://app.hubspot.com/contacts/1/deal/701",
    billing: {},
  },
  key: "HS-701",
  reference: "HS-701",
  invoiced: false,
  mayExist: true,
  begun: {
    state: "begun",
    attempt: 2,
    billingKey: "HS-701",
    reference: "HS-701",
  },
  customer: { type: "company", hubspotId: "9", name: "Northwind Energy plc" },
  lineItems: [
    {
      id: "1",
      name: "Design",
      quantity: "1",
      unitPrice: "100",
      discountPerUnit: "0",
      discountPercent: "0",
      netAmount: "100",
    },
  ],
  timeZone: "Europe/London",
};
