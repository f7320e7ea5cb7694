import { organisation, plan, stored } from "./decided";
import type { Given } from "./examples";
import { contact, invoice, NOW } from "./records";

/** Two hours at 120.50, for a customer of one's own. */
const mapped = {
  invoiceStatus: "AUTHORISED",
  name: "Harbour & Finch Ltd",
  email: "ada@harbour.example",
  currency: "GBP",
  reference: "March",
  dueInDays: "14",
  lineItems: [
    {
      description: "Support",
      quantity: "2",
      unitPrice: "120.50",
      accountCode: "200",
      taxType: "OUTPUT2",
    },
  ],
};
const wanted = { where: "", name: "invoice INV-0042" };

/** Invoices from mapped fields, found and sent. */
export const invoices: Readonly<Record<string, readonly Given[]>> = {
  checkMappedInvoice: [
    [mapped, NOW],
    [{ ...mapped, lineItems: [] }, NOW],
  ],
  planMappedInvoice: [
    [mapped, organisation, NOW],
    [mapped, { problem: "The currency is not used." }, NOW],
  ],
  invoiceBody: [[plan, contact.ContactID]],
  createdInvoiceResult: [
    [invoice, "matched", plan],
    [invoice, "stored"],
    [undefined, "stored"],
  ],
  invoiceFilter: [["HS-701"], ["March", contact.ContactID]],
  invoiceOfReference: [
    [[invoice], "HS-701"],
    [[], "HS-701"],
    [undefined, "HS-701"],
  ],
  invoicesWanted: [
    [{ contactId: "5d3f1b77-0e4a-4f7e-8f0b-9c6a2f1d4e55" }],
    [{ invoiceNumber: "INV-0042" }],
    [{ reference: 'Bob "The Builder"' }],
    [{ invoiceId: "INV-0042" }],
    [{}],
  ],
  foundInvoices: [
    [wanted, [invoice]],
    [{ ...wanted, reference: "HS-702" }, [invoice]],
    [wanted, undefined],
  ],
  salesInvoice: [
    [200, [invoice], "INV-0042"],
    [200, [{ ...invoice, Type: "ACCPAY" }], "INV-0042"],
    [404, undefined, "INV-0042"],
    [200, [], "INV-0042"],
  ],
  invoiceToSend: [
    [200, [invoice], "INV-0042"],
    [200, [{ ...invoice, Status: "DRAFT" }], "INV-0042"],
  ],
  sentInvoiceResult: [
    ["sent", stored],
    ["already_sent", stored],
  ],
  invoiceEvents: [
    [[invoice], NOW],
    [undefined, NOW],
  ],
};
