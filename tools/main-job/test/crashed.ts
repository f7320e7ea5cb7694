import { DEAL } from "@hubspot-xero/sandbox/seed/deals";
import { COMPANY } from "@hubspot-xero/sandbox/seed/customers";
import type { FaultEffect } from "@hubspot-xero/sandbox/faults";
import type { World } from "./world";

/** The ways in which a call breaks; `npm run test:faults` knows more. */
export const crashes: [string, FaultEffect][] = [
  ["before the call is carried out", { kind: "dropBefore" }],
  ["after it, before the answer", { kind: "dropAfterCommit" }],
  [
    "after it, with a gateway's 502",
    { kind: "answerAfterCommit", status: 502 },
  ],
  ["with half an answer", { kind: "malformed" }],
];

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
