import { checked } from "../checked";
import type { RequestDirective } from "../make/communication";
import { TENANT, XERO } from "./organisation";

/**
 * Reads `parameters.invoiceId`, an id or a number. Leaves `temp.invoice`.
 * @param judge the function that finds the invoice in the answer, or a problem
 */
export function salesInvoiceRequest(
  judge: string,
  {
    condition,
    output,
  }: { condition?: string; output: (invoice: string) => string | null },
): RequestDirective {
  const invoice = `${judge}(statusCode, body.Invoices, parameters.invoiceId)`;
  return {
    temp: { record: "invoice {{parameters.invoiceId}}" },
    ...(condition && { condition: `{{${condition}}}` }),
    url: `${XERO}/Invoices/{{encodeURL(trim(parameters.invoiceId))}}`,
    headers: TENANT,
    qs: { unitdp: 4 },
    response: {
      valid: checked(invoice, "(statusCode < 400 || statusCode = 404)"),
      temp: { invoice: `{{${invoice}}}` },
      output: output(invoice),
    },
  };
}
