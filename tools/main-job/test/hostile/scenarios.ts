import { COMPANY } from "@hubspot-xero/sandbox/seed/customers";
import { DEAL } from "@hubspot-xero/sandbox/seed/deals";
import { INVOICE_STEP } from "../../src/mainJob";
import { reconnect, runStep, type Kind, type Vendors } from "./inProcess";

/** What a step finds at the vendors, and what it is told. */
export interface Scenario {
  prepare?: (vendors: Vendors) => void | Promise<void>;
  input?: (vendors: Vendors) => Record<string, unknown>;
}

const MINUTE = 60_000;

/** Xero's newest records stand apart from those of the seed; a token does not last so long. */
function dayLater(vendors: Vendors): void {
  vendors.clock.advance(24 * 60 * MINUTE);
  reconnect(vendors);
}

const customers = ({ clock }: Vendors) => clock.advance(2 * MINUTE);

const billed = (dealId: string) => async (vendors: Vendors) => {
  await runStep(vendors, "creates", "create_invoice_from_deal", {
    ...INVOICE_STEP,
    tax_table: [],
    deal_id: dealId,
  });
  dayLater(vendors);
};

async function paid(vendors: Vendors): Promise<void> {
  await billed(DEAL.website)(vendors);
  vendors.xero.person().pay(invoiceId(vendors), 452.01);
}

async function credited(vendors: Vendors): Promise<void> {
  await billed(DEAL.brand)(vendors);
  await runStep(vendors, "creates", "create_credit_note", creditNote(vendors));
}

async function overpaid(vendors: Vendors): Promise<void> {
  await billed(DEAL.brand)(vendors);
  const contactId = vendors.xero.books().invoices[0]?.Contact.ContactID ?? "";
  vendors.xero.person().overpay(contactId, 72.5);
}

function won({ hubspot, clock }: Vendors): void {
  for (const id of [DEAL.website, DEAL.brand])
    hubspot.update("deals", id, { dealstage: "closedwon" });
  clock.advance(2 * MINUTE);
}

function requested({ hubspot, clock }: Vendors): void {
  hubspot.update("deals", DEAL.website, { xero_invoice_request: "create" });
  clock.advance(2 * MINUTE);
}

function newContact(vendors: Vendors): void {
  dayLater(vendors);
  vendors.xero.person().createContact({
    Name: "Blue Door Ltd",
    EmailAddress: "accounts@bluedoor.example",
  });
}

function newProduct({ hubspot, clock }: Vendors): void {
  hubspot.create("products", { name: "Audit", hs_sku: "AUDIT", price: "450" });
  clock.advance(2 * MINUTE);
}

function newItem(vendors: Vendors): void {
  dayLater(vendors);
  vendors.xero.person().createItem({
    Code: "AUDIT",
    Name: "Audit",
    SalesDetails: { UnitPrice: 450 },
  });
}

/** The seeded retainer begins long after any of the runs. */
function retainer({ hubspot }: Vendors): void {
  for (const { id, properties } of Object.values(
    hubspot.state.objects["0-8"] ?? {},
  ))
    if (properties["recurringbillingfrequency"])
      hubspot.update("line_items", id, {
        hs_recurring_billing_start_date: "2030-03-01",
      });
}

const repeating = () => ({
  ...INVOICE_STEP,
  tax_table: [],
  deal_id: DEAL.seoRetainer,
});

const invoiceId = ({ xero }: Vendors) =>
  xero.books().invoices[0]?.InvoiceID ?? "";

const creditNote = (vendors: Vendors) => ({
  invoice_id: invoiceId(vendors),
  amount: "120",
  allocate: true,
});

/** One for every step of the catalogue, by kind and key. */
export const scenarios: Record<Kind, Record<string, Scenario>> = {
  creates: {
    create_invoice_from_deal: {
      input: () => ({ ...INVOICE_STEP, deal_id: DEAL.website }),
    },
    create_invoices_from_deals: {
      input: () => ({ ...INVOICE_STEP, deal_ids: [DEAL.website, DEAL.brand] }),
    },
    create_repeating_invoice_from_deal: { prepare: retainer, input: repeating },
    end_repeating_invoices: {
      prepare: async (vendors) => {
        retainer(vendors);
        const key = "create_repeating_invoice_from_deal";
        await runStep(vendors, "creates", key, repeating());
      },
      input: () => ({ deal_id: DEAL.seoRetainer }),
    },
    create_invoice: {
      input: () => ({
        invoice_status: "AUTHORISED",
        due_in_days: 30,
        name: "Blue Door Ltd",
        email: "accounts@bluedoor.example",
        reference: "PO 4711",
        default_account_code: "200",
        default_tax_type: "OUTPUT2",
        line_items: [
          { description: "Workshop", quantity: "2", unit_price: "85.50" },
        ],
      }),
    },
    upsert_xero_contact: {
      input: () => ({
        customer_type: "company",
        hubspot_id: COMPANY.harbour,
        email: "accounts@harbour.example",
      }),
    },
    upsert_hubspot_customer: {
      prepare: newContact,
      input: ({ xero }) => ({
        contact_id: xero
          .books()
          .contacts.find(({ Name }) => Name === "Blue Door Ltd")?.ContactID,
        customer_type: "company",
      }),
    },
    upsert_xero_item: {
      prepare: newProduct,
      input: ({ hubspot }) => ({
        product_id: Object.values(hubspot.state.objects["0-7"] ?? {}).find(
          ({ properties }) => properties["hs_sku"] === "AUDIT",
        )?.id,
      }),
    },
    upsert_hubspot_product: { input: () => ({ item: "DESIGN" }) },
    update_deal_billing: {
      prepare: paid,
      input: (vendors) => ({
        invoice_id: invoiceId(vendors),
        add_note: true,
        event_id: "payment-1",
      }),
    },
    create_credit_note: { prepare: billed(DEAL.brand), input: creditNote },
    allocate_credit: {
      prepare: overpaid,
      input: (vendors) => ({
        credit_type: "overpayment",
        credit_id: vendors.xero.books().credits[0]?.ID,
        invoice_id: invoiceId(vendors),
        amount: "60",
      }),
    },
    set_up_hubspot: { input: () => ({ confirm: true }) },
  },
  triggers: {
    deal_entered_stage: {
      prepare: won,
      input: () => ({ pipeline_id: "default", stage_id: "closedwon" }),
    },
    invoice_requested: { prepare: requested },
    payment_received: { prepare: paid },
    credit_note_created: { prepare: credited },
    invoice_updated: { prepare: paid },
    hubspot_customer_updated: {
      prepare: customers,
      input: () => ({ customer_type: "company" }),
    },
    xero_contact_updated: { prepare: newContact },
    hubspot_product_updated: { prepare: newProduct },
    xero_item_updated: { prepare: newItem },
  },
  searches: {
    find_xero_contact: { input: () => ({ name: "Northwind Energy plc" }) },
    find_invoice: {
      prepare: billed(DEAL.website),
      input: () => ({ invoice_number: "INV-0001" }),
    },
    find_deal: {
      prepare: billed(DEAL.website),
      input: () => ({ invoice_number: "INV-0001" }),
    },
    find_item: { input: () => ({ code: "DESIGN" }) },
    forecast_revenue: { input: () => ({ months: 3 }) },
  },
};
