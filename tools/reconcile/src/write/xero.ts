import { readXeroError } from "@hubspot-xero/shared/xero/readError";
import { linkedRecord } from "@hubspot-xero/shared/customer/readXeroContact";
import type { XeroContact } from "@hubspot-xero/shared/xero/wire";
import type { Clients } from "../clients";
import { isActive } from "../contactIndex";
import { chunks } from "../groups";
import { isNumbered } from "../links";
import type { Pace } from "../pace";
import { describeContact, recordKey, type Proposal } from "../proposal";
import {
  newestChange,
  readContacts,
  readXeroChanges,
  XERO_PAGE,
} from "../read/xero";

/** As many as Xero recommends in one call. */
const XERO_BATCH = 50;

type Xero = Pick<Clients, "xero" | "tenantId">;

/** The contacts as Xero has them, kept up to date by what changed since the last look. */
export class PresentContacts {
  readonly #byId: Map<string, XeroContact>;
  #lookedAt: Date;

  constructor(contacts: readonly XeroContact[]) {
    this.#byId = new Map(contacts.map((contact) => [idOf(contact), contact]));
    // What changed behind the first page while the others were read is looked at again.
    this.#lookedAt = newestChange(contacts.slice(0, XERO_PAGE));
  }

  get(contactId: string): XeroContact | undefined {
    return this.#byId.get(contactId.toLowerCase());
  }

  async refresh(clients: Xero, pace: Pace): Promise<void> {
    const changed = await readXeroChanges(clients, pace, this.#lookedAt);
    for (const contact of changed) this.#byId.set(idOf(contact), contact);
    if (changed.length > 0) this.#lookedAt = newestChange(changed);
  }

  /** Why the record must not be linked with the contact as it is now. */
  barrier({ record, contact = {} }: Proposal): string | undefined {
    const present = this.get(contact.ContactID ?? "");
    if (!present || !isActive(present))
      return `The Xero contact ${describeContact(contact)} was archived meanwhile.`;
    const other = linkedRecord(present.ContactNumber);
    return other && record && !isNumbered(record.customer, present)
      ? `The Xero contact ${describeContact(contact)} was linked with HubSpot ${other.type} ${other.id} meanwhile.`
      : undefined;
  }
}

/**
 * Stores the numbers of HubSpot records on their contacts, at most 50 in a call. A number that stands there is never
 * replaced.
 * @returns why a contact did not get its number, by the record's key
 */
export async function writeContactNumbers(
  clients: Xero,
  pace: Pace,
  present: PresentContacts,
  proposals: readonly Proposal[],
): Promise<Map<string, string>> {
  const problems = new Map<string, string>();
  const numbered = proposals.filter(({ writes }) => writes.contactNumber);
  for (const batch of chunks(numbered, XERO_BATCH)) {
    await present.refresh(clients, pace);
    const open = batch.filter((proposal) => {
      const problem = present.barrier(proposal);
      if (problem) problems.set(keyOf(proposal), problem);
      const contact = present.get(proposal.contact?.ContactID ?? "");
      return !problem && !contact?.ContactNumber;
    });
    const refused = await post(clients, pace, open);
    for (const proposal of open) {
      const why = refused.get(idOf(proposal.contact ?? {}));
      if (why) problems.set(keyOf(proposal), why);
    }
  }
  return problems;
}

/** With `summarizeErrors=false` each contact stands for itself, and the answer is a success whatever became of them. */
async function post(
  { xero, tenantId }: Xero,
  pace: Pace,
  proposals: readonly Proposal[],
): Promise<Map<string, string>> {
  if (proposals.length === 0) return new Map();
  const contacts = proposals.map(({ contact, writes }) => ({
    contactID: contact?.ContactID,
    contactNumber: writes.contactNumber,
  }));
  const answered = await pace.call("xero", "contacts", async () => {
    const { response } = await xero.updateOrCreateContacts(
      tenantId,
      { contacts },
      false,
    );
    return readContacts(response.data);
  });
  const elements = new Map(answered.map((each) => [idOf(each), each]));
  return new Map(
    proposals.flatMap(({ contact = {} }) => {
      const element = elements.get(idOf(contact));
      const why = element
        ? refusalOf(element)
        : "Xero did not say that its number was saved.";
      return why ? [[idOf(contact), why]] : [];
    }),
  );
}

const refusalOf = (element: XeroContact): string | undefined =>
  element.HasValidationErrors || element.StatusAttributeString === "ERROR"
    ? explain(element)
    : undefined;

function explain(element: XeroContact): string {
  return readXeroError(
    { status: 400, headers: {}, body: element },
    `the number of contact ${element.ContactID ?? ""}`,
  ).message;
}

const idOf = ({ ContactID = "" }: XeroContact) => ContactID.toLowerCase();

const keyOf = ({ record }: Proposal) =>
  record ? recordKey(record.customer) : "";
