import { checked } from "../checked";
import type { RequestDirective } from "../make/communication";
import { TENANT, XERO } from "./organisation";

/** Of Xero's pages; more invoices than a deal has. */
const LARGEST_PAGE = 1000;

/**
 * Reads all invoices of a deal that is billed in parts.
 * @param dealId an expression
 * @param response what is made of `body.Invoices`
 */
export function readParts(
  condition: string,
  dealId: string,
  response: RequestDirective["response"],
): RequestDirective {
  return {
    temp: { record: "the invoices of the deal" },
    condition: `{{!!${condition}}}`,
    url: `${XERO}/Invoices`,
    headers: TENANT,
    qs: {
      where: `Type=="ACCREC" AND Reference!=null AND Reference.Contains("HS-{{${dealId}}}-")`,
      page: 1,
      pageSize: LARGEST_PAGE,
      unitdp: 4,
    },
    response: {
      valid: checked("listGiven(body.Invoices, temp.record)"),
      ...response,
    },
  };
}
