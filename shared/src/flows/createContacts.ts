import { describeCustomer } from "../customer/customer";
import type { CustomerMatch } from "../customer/matchCustomer";
import { ConnectorError } from "../error/connectorError";
import { refusalOf } from "../xero/batchCalls";
import type { XeroContact } from "../xero/wire";
import type { Context } from "./context";
import type { NewContact } from "./findContacts";
import {
  resolved,
  takeExisting,
  type ResolvedContact,
} from "./findOrCreateContact";

/** What became of each new contact: itself, or why there is none. */
export type MadeContacts = Map<NewContact, ResolvedContact | ConnectorError>;

/** Creates contacts in one call, each for itself; one that somebody made a moment ago is taken. */
export async function createContacts(
  context: Pick<Context, "xero" | "digest">,
  contacts: readonly NewContact[],
  match: CustomerMatch,
): Promise<MadeContacts> {
  const { xero, digest } = context;
  if (contacts.length === 0) return new Map();
  const wires = contacts.map(({ wire }) => wire);
  const key = digest(
    ["contacts", xero.tenantId, JSON.stringify(wires)].join("|"),
  );
  const elements = await xero.createContacts(wires, key);
  const made: MadeContacts = new Map();
  for (const contact of contacts) {
    const element = elements.find(
      ({ ContactNumber }) => ContactNumber === contact.wire.ContactNumber,
    );
    made.set(contact, await settle(context, contact, element, match));
  }
  return made;
}

async function settle(
  context: Pick<Context, "xero" | "digest">,
  { customer }: NewContact,
  element: XeroContact | undefined,
  match: CustomerMatch,
): Promise<ResolvedContact | ConnectorError> {
  const refusal = element && refusalOf(element, describeCustomer(customer));
  try {
    return refusal
      ? await takeExisting(context, customer, match, refusal)
      : resolved(element ?? {}, "created");
  } catch (error) {
    if (error instanceof ConnectorError && error.kind !== "auth") return error;
    throw error;
  }
}
