import { stringify } from "csv-stringify/sync";
import { notCarried } from "@hubspot-xero/shared/customer/lostInXero";
import { describeContact, isWrite, type Proposal } from "./proposal";

/** The columns of the file, in their order; `readChoices` reads those that it needs by these names. */
const COLUMNS: Record<string, (proposal: Proposal) => string | undefined> = {
  Kind: ({ kind }) => kind,
  Link: (proposal) => (isWrite(proposal) ? "yes" : ""),
  "HubSpot type": ({ record }) => record?.customer.type,
  "HubSpot ID": ({ record }) => record?.customer.hubspotId,
  "HubSpot name": ({ record }) => record?.customer.name,
  "HubSpot e-mail": ({ record }) => record?.customer.email,
  "Xero contact ID": ({ contact }) => contact?.ContactID,
  "Xero name": ({ contact }) => contact?.Name,
  "Xero e-mail": ({ contact }) => contact?.EmailAddress,
  Why: ({ why }) => why,
  Candidates: ({ candidates }) => candidates.map(describeContact).join(", "),
  "Would write": (proposal) => describeWrites(proposal),
  "Not carried to Xero": ({ record }) => record && notCarried(record.customer),
};

/**
 * The proposals as a file for a spreadsheet, one row a record: with a byte order mark, by which Excel knows UTF-8, and
 * an apostrophe before what it would run as a formula.
 */
export function toCsv(proposals: readonly Proposal[]): string {
  return stringify(
    proposals.map((proposal) =>
      Object.values(COLUMNS).map((read) => read(proposal) ?? ""),
    ),
    {
      header: true,
      columns: Object.keys(COLUMNS),
      bom: true,
      escape_formulas: true,
      record_delimiter: "windows",
    },
  );
}

function describeWrites({ writes }: Proposal): string {
  const { xeroContactId, contactNumber } = writes;
  return [
    xeroContactId && "Xero contact ID in HubSpot",
    contactNumber && `contact number ${contactNumber} in Xero`,
  ]
    .filter(Boolean)
    .join(", ");
}
