import { parse } from "csv-parse/sync";
import { linkedRecord } from "@hubspot-xero/shared/customer/readXeroContact";
import { indexContacts, isActive, type ContactIndex } from "./contactIndex";
import { linkWith, othersWith, readLinks, type Links } from "./links";
import { propose } from "./matchRecord";
import {
  describeRecords,
  recordKey,
  type Accounts,
  type HubspotRecord,
  type Proposal,
} from "./proposal";

type Row = Record<string, string | undefined>;

/**
 * The links that a person chose: the rows of an edited file with `yes` in the column Link, each with the IDs of a
 * HubSpot record and of a Xero contact. All other columns are there to read only.
 * @throws Error that lists every row that cannot be linked, before anything is written
 */
export function readChoices(csv: string, accounts: Accounts): Proposal[] {
  const rows = parse<Row>(csv, {
    columns: checkColumns,
    bom: true,
    delimiter: delimiterOf(csv),
  });
  const index = indexContacts(accounts.contacts);
  const records = new Map(
    accounts.records.map((record) => [recordKey(record.customer), record]),
  );
  const links = readLinks(accounts.records, index);
  const problems: string[] = [];
  const used = new Map<string, number>();
  const chosen = rows.flatMap((row, place) => {
    // The first row of a spreadsheet holds the names of the columns.
    const line = place + 2;
    const isChosen = row["Link"]?.trim().toLowerCase() ?? "";
    if (isChosen !== "yes") {
      if (isChosen && isChosen !== "no")
        problems.push(
          `Row ${line}: Link is "${isChosen.slice(0, 40)}". Write yes, or clear it.`,
        );
      return [];
    }
    const key = `${row["HubSpot type"] ?? ""} ${row["HubSpot ID"] ?? ""}`;
    const contactId = row["Xero contact ID"]?.trim().toLowerCase() ?? "";
    const result = choose(records.get(key), contactId, index, links);
    for (const id of [key, contactId]) {
      const before = used.get(id);
      if (before && typeof result !== "string")
        problems.push(`Row ${line}: ${id} is in row ${before} already.`);
      used.set(id, line);
    }
    if (typeof result !== "string") return [result];
    problems.push(`Row ${line} (HubSpot ${key}): ${result}`);
    return [];
  });
  if (problems.length > 0)
    throw new Error(
      `Nothing was written. Correct the file, or clear the column Link of these rows:\n${problems.join("\n")}`,
    );
  return chosen;
}

const NEEDED = ["Link", "HubSpot type", "HubSpot ID", "Xero contact ID"];

/** @throws Error for a file that is no proposal, from which every link would be missing */
function checkColumns(columns: string[]): string[] {
  const missing = NEEDED.filter((column) => !columns.includes(column));
  if (missing.length === 0) return columns;
  throw new Error(
    `The file has no column ${missing.join(", ")}. Give back the file that this command wrote, saved as CSV with its first row as it was.`,
  );
}

/** Spreadsheets of many countries save with semicolons; the names of the columns have none of these. */
function delimiterOf(csv: string): string {
  const [header = ""] = csv.split(/\r?\n/, 1);
  const count = (delimiter: string) => header.split(delimiter).length;
  return [",", ";", "\t"].reduce((a, b) => (count(b) > count(a) ? b : a));
}

function choose(
  record: HubspotRecord | undefined,
  contactId: string,
  index: ContactIndex,
  links: Links,
): Proposal | string {
  if (!record) return "HubSpot has no such record.";
  const { customer } = record;
  const contact = index.byId.get(contactId);
  if (!contact) return "Xero has no contact with this Xero contact ID.";
  if (!isActive(contact)) return "The Xero contact is archived.";
  const { xeroContactId } = customer;
  if (xeroContactId && xeroContactId !== contactId)
    return `The record is linked with Xero contact ${xeroContactId}. Clear its Xero contact ID in HubSpot first.`;
  const others = othersWith(links, contact, record);
  if (others.length > 0)
    return `The Xero contact is linked with ${describeRecords(others)}.`;
  const link = linkedRecord(contact.ContactNumber);
  const isOwn =
    link?.type === customer.type &&
    [customer.hubspotId, ...(customer.mergedIds ?? [])].includes(link.id);
  if (link && !isOwn)
    return `The Xero contact is linked with HubSpot ${link.type} ${link.id}.`;
  const { xeroContactId: missing, ...number } = linkWith(
    customer,
    contact,
    index,
  );
  return propose(record, "likely", "Marked yes in the file.", {
    contact,
    writes: { ...(!xeroContactId && { xeroContactId: missing }), ...number },
  });
}
