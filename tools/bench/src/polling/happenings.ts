import { DEAL } from "@hubspot-xero/sandbox/seed/deals";
import type { Vendor } from "@hubspot-xero/sandbox/meter";
import type { Sandbox } from "@hubspot-xero/sandbox/sandbox";
import { addDeal } from "../billedDeal";

/** Something that triggers of both apps hear of. */
export interface Happening {
  what: string;
  /** Who is polled. */
  vendor: Vendor;
  /** The trigger on Zapier and the module on Make, where the app has one. */
  zapier?: string;
  make?: string;
  /** How far back each poll on Zapier looks, in hours. */
  lookBackHours: number;
  /** Makes it happen once; `name` is one that no other has. */
  happen(sandbox: Sandbox, name: string): void;
}

/** Behind the last poll, to the full hour. */
const OVERLAP_HOURS = 1;

export const HAPPENINGS: readonly Happening[] = [
  {
    what: "A deal enters a stage",
    vendor: "hubspot",
    lookBackHours: 7 * 24,
    zapier: "deal_entered_stage",
    make: "watchDealsEnteringStage",
    happen: (sandbox) => {
      const deal = addDeal(sandbox, DEAL.brand, 3);
      sandbox.hubspot.update("deals", deal, { dealstage: "closedwon" });
    },
  },
  {
    what: "A payment arrives",
    vendor: "xero",
    lookBackHours: OVERLAP_HOURS,
    zapier: "payment_received",
    make: "watchPayments",
    happen: (sandbox) => {
      const invoiceId = approveInvoice(sandbox);
      sandbox.xero.person().pay(invoiceId, 63);
    },
  },
  {
    what: "A credit note is approved",
    vendor: "xero",
    lookBackHours: OVERLAP_HOURS,
    zapier: "credit_note_created",
    make: "watchCreditNotes",
    happen: ({ xero }) =>
      void xero
        .person()
        .createCreditNote({ Type: "ACCRECCREDIT", ...DOCUMENT }),
  },
  {
    what: "An invoice changes",
    vendor: "xero",
    lookBackHours: OVERLAP_HOURS,
    zapier: "invoice_updated",
    make: "watchInvoices",
    happen: (sandbox) => void approveInvoice(sandbox),
  },
  {
    what: "A HubSpot company changes",
    vendor: "hubspot",
    lookBackHours: OVERLAP_HOURS,
    zapier: "hubspot_customer_updated",
    make: "watchHubspotCustomers",
    happen: ({ hubspot }, name) => void hubspot.create("companies", { name }),
  },
  {
    what: "A Xero contact changes",
    vendor: "xero",
    lookBackHours: OVERLAP_HOURS,
    zapier: "xero_contact_updated",
    make: "watchXeroContacts",
    happen: ({ xero }, Name) => void xero.person().createContact({ Name }),
  },
  {
    what: "A HubSpot product changes",
    vendor: "hubspot",
    lookBackHours: OVERLAP_HOURS,
    zapier: "hubspot_product_updated",
    make: "watchHubspotProducts",
    happen: ({ hubspot }, name) =>
      void hubspot.create("products", { name, hs_sku: name, price: "21" }),
  },
  {
    what: "A Xero item changes",
    vendor: "xero",
    lookBackHours: OVERLAP_HOURS,
    zapier: "xero_item_updated",
    make: "watchXeroItems",
    happen: ({ xero }, Code) =>
      void xero.person().createItem({ Code, Name: Code }),
  },
];

const DOCUMENT = {
  Status: "AUTHORISED",
  Contact: { Name: "Northwind Energy plc" },
  LineAmountTypes: "NoTax",
  LineItems: ["Design", "Text", "Print"].map((Description) => ({
    Description,
    Quantity: 2,
    UnitAmount: 10.5,
    AccountCode: "200",
  })),
};

function approveInvoice({ xero }: Sandbox): string {
  const invoice = { Type: "ACCREC", DueDate: "2099-12-31", ...DOCUMENT };
  return xero.person().createInvoice(invoice).InvoiceID;
}
