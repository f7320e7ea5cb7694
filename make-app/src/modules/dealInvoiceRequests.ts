import { checked, named } from "../checked";
import type { ImlValue, RequestDirective } from "../make/communication";
import { TENANT, XERO } from "./organisation";

/** An IML path to the data of the deal that is billed. */
const billing = "parameters.billing";
const found = `invoiceOfReference(body.Invoices, ${billing}.reference)`;

/** An IML expression: the invoice that {@link findEarlierInvoice} found. */
export const EARLIER_INVOICE = `get(${found}, 'invoice')`;

/**
 * After an earlier attempt, of this run or of one before, the invoice of a deal may stand in Xero without being on the
 * deal. Leaves `temp.existing`.
 * @param condition an IML expression: whether the deal is to be invoiced
 */
export function findEarlierInvoice({
  condition,
  temp,
  output,
}: {
  condition: string;
  temp: Record<string, ImlValue>;
  output: string | null;
}): RequestDirective {
  return {
    temp: { record: "earlier invoices of the deal", ...temp },
    condition: `{{${condition} && mayStand(${billing}, now)}}`,
    url: `${XERO}/Invoices`,
    headers: TENANT,
    qs: {
      where: `{{invoiceFilter(${billing}.reference)}}`,
      page: 1,
      unitdp: 4,
    },
    response: {
      valid: checked(found),
      temp: { existing: `{{${EARLIER_INVOICE}}}` },
      output,
    },
  };
}

/**
 * Two runs of one attempt send the same key, and Xero makes one invoice of them. Leaves `temp.created`.
 * @param plan an IML path to the invoice as it was decided
 * @param contactId an IML expression
 */
export function createDealInvoice({
  condition,
  plan,
  contactId,
  output,
}: {
  condition: string;
  plan: string;
  contactId: string;
  output: string | null;
}): RequestDirective {
  return {
    temp: { record: `the invoice for deal "{{${billing}.deal.name}}"` },
    condition: `{{${condition} && !temp.existing}}`,
    url: `${XERO}/Invoices`,
    method: "PUT",
    headers: {
      ...TENANT,
      "Idempotency-Key": `{{invoiceKey(parameters.organisationId, ${billing})}}`,
    },
    qs: { summarizeErrors: true, unitdp: 4 },
    body: `{{invoiceBody(${plan}, ${contactId})}}`,
    response: {
      valid: named("body.Invoices[1].InvoiceID"),
      temp: { created: "{{body.Invoices[1]}}" },
      output,
    },
  };
}
