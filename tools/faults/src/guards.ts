import type { FlowName } from "./flow";

/** A line of the product that keeps a fault from doing harm, and what stands there without it. */
export interface Guard {
  name: string;
  /** From the root of the repository. */
  file: string;
  /** Stands in the file exactly once. */
  text: string;
  without: string;
  /** The flow that needs it. */
  flow: FlowName;
}

const zapier = (key: string): FlowName => ({ platform: "zapier", key });
const FLOWS = "shared/src/flows";

export const guards: readonly Guard[] = [
  {
    name: "the mark on the deal before Xero is written to",
    file: `${FLOWS}/createInvoiceFromDeal.ts`,
    text: "  await setMark(context, deal, begun);\n",
    without: "",
    flow: zapier("create_invoice_from_deal"),
  },
  {
    name: "the search for an invoice after a mark",
    file: `${FLOWS}/createInvoiceFromDeal.ts`,
    text: "const earlier = opened.mayExist",
    without: "const earlier = false",
    flow: zapier("create_invoice_from_deal"),
  },
  {
    name: "the idempotency key of the attempt",
    file: `${FLOWS}/createInvoiceFromDeal.ts`,
    text: "attemptKey(context.xero.tenantId, begun)",
    without: "String(Math.random())",
    flow: zapier("create_invoice_from_deal"),
  },
  {
    name: "the search for a contact before one is created",
    file: `${FLOWS}/findOrCreateContact.ts`,
    text: "  const found = await xero.findContacts(\n",
    without:
      "  if (customer) return undefined;\n  const found = await xero.findContacts(\n",
    flow: zapier("upsert_xero_contact"),
  },
  {
    name: "the look for what an earlier run set against the invoice",
    file: "shared/src/allocation/planAllocation.ts",
    text: "if (earlier)",
    without: "if (earlier?.amount === ZERO)",
    flow: zapier("allocate_credit"),
  },
  {
    name: "the line that makes the total the deal's",
    file: "shared/src/invoice/planInvoice.ts",
    text: "if (rounding !== ZERO)",
    without: "if (rounding === undefined)",
    flow: zapier("create_invoices_from_deals"),
  },
];
