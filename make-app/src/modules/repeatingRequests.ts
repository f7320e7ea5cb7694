import { checked } from "../checked";
import type { RequestDirective } from "../make/communication";
import { TENANT, XERO } from "./organisation";

/** Of Xero's pages; more than a deal is billed in decades. */
const LARGEST_PAGE = 1000;

/**
 * Reads repeating invoices, which Xero does not page. Leaves `temp.repeating`.
 * @param judge the call of a function that finds those of the deal in the answer, or a problem
 */
export const findRepeating = ({
  condition,
  where,
  judge,
}: {
  condition: string;
  where: string;
  judge: string;
}): RequestDirective => ({
  temp: { record: "the repeating invoices of the deal" },
  condition: `{{${condition}}}`,
  url: `${XERO}/RepeatingInvoices`,
  headers: TENANT,
  qs: { where },
  response: {
    valid: checked(judge),
    temp: { repeating: `{{${judge}}}` },
    output: null,
  },
});

/**
 * Reads all invoices whose reference names a deal. Leaves `temp.invoices`.
 * @param dealId an IML path
 */
export const invoicesOfDeal = (
  dealId: string,
  condition: string,
): RequestDirective => ({
  temp: { record: "the invoices of the deal" },
  condition: `{{${condition}}}`,
  url: `${XERO}/Invoices`,
  headers: TENANT,
  qs: {
    where: `{{dealInvoicesFilter(${dealId})}}`,
    page: 1,
    pageSize: LARGEST_PAGE,
    unitdp: 4,
  },
  response: {
    valid: checked("listGiven(body.Invoices, temp.record)"),
    temp: { invoices: "{{body.Invoices}}" },
    output: null,
  },
});
