import type { Context } from "../../src/flows/context";
import { createCreditNote } from "../../src/flows/createCreditNote";
import { salesInvoice } from "../../src/flows/salesInvoice";
import { updateDealBilling } from "../../src/flows/updateDealBilling";
import { INVOICE_ID, xeroInvoice } from "../builders";
import { scriptedSend } from "../scriptedSend";
import { warmContext } from "./warmContext";

const GET_INVOICE = `GET xero /Invoices/${INVOICE_ID}`;
const bill = {
  call: GET_INVOICE,
  body: { Invoices: [xeroInvoice({ Type: "ACCPAY", InvoiceNumber: "" })] },
};
const missing = { call: GET_INVOICE, status: 404, body: "" };

describe.each([
  ["a bill", bill],
  ["an invoice that Xero does not have", missing],
])("%s", (_, reply) => {
  it.each([
    ["read", salesInvoice],
    [
      "credited",
      (context: Context, invoiceId: string) =>
        createCreditNote(context, { invoiceId, amount: "120" }),
    ],
    [
      "shown by a deal",
      (context: Context, invoiceId: string) =>
        updateDealBilling(context, { invoiceId }),
    ],
    [
      "shown by a deal, by its number",
      (context: Context, invoiceNumber: string) =>
        updateDealBilling(context, { invoiceNumber }),
    ],
  ])("is no sales invoice to be %s, and nothing is written", async (_, run) => {
    const script = scriptedSend(reply);
    const context = await warmContext(script);
    await expect(run(context, INVOICE_ID)).rejects.toMatchObject({
      kind: "notFound",
      vendor: "xero",
      message: `Xero has no sales invoice ${INVOICE_ID}. Check the ID and the organisation; bills cannot be used here.`,
    });
    expect(script.calls).toEqual([GET_INVOICE]);
  });
});
