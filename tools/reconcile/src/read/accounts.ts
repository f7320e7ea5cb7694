import type { CustomerType } from "@hubspot-xero/shared/flows/hubspotCustomers";
import type { XeroContact } from "@hubspot-xero/shared/xero/wire";
import type { Job } from "../job";
import type { Entry } from "../journal";
import type { Accounts, HubspotRecord } from "../proposal";
import { readHubspotPage, toRecord } from "./hubspot";
import { readXeroPage, XERO_PAGE } from "./xero";

/** Both accounts: what the journal has of them, and from there on page by page. */
export async function readAccounts(job: Job): Promise<Accounts> {
  return {
    records: [
      ...(await readRecords(job, "company")),
      ...(await readRecords(job, "contact")),
    ],
    contacts: await readContacts(job),
  };
}

async function readRecords(
  { clients, pace, journal, progress }: Job,
  type: CustomerType,
): Promise<HubspotRecord[]> {
  const pages = journal.entries.filter((entry) => isPageOf(entry, type));
  while (pages.length === 0 || pages.at(-1)?.after) {
    const after = pages.at(-1)?.after;
    const page = await readHubspotPage(clients, pace, type, after);
    journal.append({ type, ...page });
    pages.push({ type, ...page });
    progress(
      `Reading HubSpot ${type === "company" ? "companies" : "contacts"}`,
      pages.reduce((sum, { objects }) => sum + objects.length, 0),
    );
  }
  return pages.flatMap(({ objects }) =>
    objects.map((wire) => toRecord(type, wire)),
  );
}

async function readContacts({
  clients,
  pace,
  journal,
  progress,
}: Job): Promise<XeroContact[]> {
  const pages = journal.entries.filter((entry) => "contacts" in entry);
  while (pages.length === 0 || pages.at(-1)?.contacts.length === XERO_PAGE) {
    const page = pages.length + 1;
    const contacts = await readXeroPage(clients, pace, page);
    journal.append({ page, contacts });
    pages.push({ page, contacts });
    progress(
      "Reading Xero contacts",
      pages.reduce((sum, read) => sum + read.contacts.length, 0),
    );
  }
  // A contact that was added meanwhile may push another one onto a second page.
  const byId = new Map(
    pages.flatMap(({ contacts }) =>
      contacts.map((contact) => [contact.ContactID, contact]),
    ),
  );
  return [...byId.values()];
}

function isPageOf(
  entry: Entry,
  type: CustomerType,
): entry is Extract<Entry, { type: CustomerType }> {
  return "type" in entry && entry.type === type;
}
