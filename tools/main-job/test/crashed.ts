import { DEAL } from "@hubspot-xero/sandbox/seed/deals";
import { COMPANY } from "@hubspot-xero/sandbox/seed/customers";
import type { World } from "./world";

/** What one deal's runs left behind: its invoices and contacts in Xero, and the number that the deal shows. */
export function state({ sandbox }: World) {
  const { invoices, contacts } = sandbox.xero.books();
  return {
    invoices: invoices.map(({ Reference, Total }) => ({
      reference: Reference,
      total: Number(Total),
    })),
    contacts: contacts.flatMap(({ ContactNumber }) =>
      ContactNumber?.endsWith(COMPANY.harbour) ? [ContactNumber] : [],
    ),
    dealShows: sandbox.hubspot.get("deals", DEAL.website)?.properties[
      "xero_invoice_number"
    ],
  };
}
