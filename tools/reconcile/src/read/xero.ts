import { readXeroInstant } from "@hubspot-xero/shared/date/xeroDate";
import { ConnectorError } from "@hubspot-xero/shared/error/connectorError";
import type { XeroContact } from "@hubspot-xero/shared/xero/wire";
import type { Clients } from "../clients";
import type { Pace } from "../pace";

/** Xero's largest page. */
export const XERO_PAGE = 1000;

/** What matching needs; addresses and balances are not kept. */
const KEPT = [
  "ContactID",
  "ContactNumber",
  "ContactStatus",
  "Name",
  "EmailAddress",
  "Website",
  "MergedToContactID",
  "IsCustomer",
  "IsSupplier",
  "UpdatedDateUTC",
] as const;

type Xero = Pick<Clients, "xero" | "tenantId">;

/** One page of all contacts, archived ones included, by ID: what is added or changed meanwhile hides no other. */
export function readXeroPage(
  clients: Xero,
  pace: Pace,
  page: number,
): Promise<XeroContact[]> {
  return readPage(clients, pace, { order: "ContactID ASC", page });
}

/** The contacts that changed since an instant, in as many pages as there are. */
export async function readXeroChanges(
  clients: Xero,
  pace: Pace,
  since: Date,
): Promise<XeroContact[]> {
  const changed: XeroContact[] = [];
  for (let page = 1; ; page += 1) {
    const order = "UpdatedDateUTC ASC";
    const contacts = await readPage(clients, pace, { order, page, since });
    changed.push(...contacts);
    if (contacts.length < XERO_PAGE) return changed;
  }
}

/** When the newest of these contacts changed, by Xero's clock. */
export function newestChange(contacts: readonly XeroContact[]): Date {
  let newest = 0;
  for (const { UpdatedDateUTC } of contacts)
    if (UpdatedDateUTC)
      newest = Math.max(newest, Date.parse(readXeroInstant(UpdatedDateUTC)));
  return new Date(newest);
}

/** The client's models lose fields that it does not know: the answer itself is read. */
async function readPage(
  { xero, tenantId }: Xero,
  pace: Pace,
  { order, page, since }: { order: string; page: number; since?: Date },
): Promise<XeroContact[]> {
  return pace.again(() =>
    pace.call("xero", "contacts", async () => {
      const { response } = await xero.getContacts(
        tenantId,
        since,
        undefined,
        order,
        undefined,
        page,
        true,
        undefined,
        undefined,
        XERO_PAGE,
      );
      return readContacts(response.data).map(slim);
    }),
  );
}

/** @throws ConnectorError `server` when an answer of Xero's holds no contacts */
export function readContacts(body: unknown): XeroContact[] {
  const { Contacts } = Object(body) as { Contacts?: unknown };
  if (Array.isArray(Contacts)) return Contacts as XeroContact[];
  throw new ConnectorError("server", "Xero's answer holds no contacts.", {
    vendor: "xero",
  });
}

function slim(contact: XeroContact): XeroContact {
  return Object.fromEntries(
    KEPT.flatMap((key) => (contact[key] ? [[key, contact[key]]] : [])),
  );
}
