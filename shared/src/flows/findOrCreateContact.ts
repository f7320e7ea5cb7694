import { describeCustomer, type Customer } from "../customer/customer";
import {
  customerFilter,
  matchCustomer,
  type CustomerMatch,
} from "../customer/matchCustomer";
import { writeContact } from "../customer/writeContact";
import { ConnectorError } from "../error/connectorError";
import type { XeroContact } from "../xero/wire";
import type { Context } from "./context";

export type ContactOutcome = "stored" | "matched" | "created";

export interface ResolvedContact {
  contactId: string;
  /** Unknown for a stored link, which is used without a look. */
  contact?: XeroContact;
  outcome: ContactOutcome;
}

/**
 * The Xero contact of a customer: the stored link, else one search, else a new contact.
 * A search that fails ends the flow: it never leads to a new contact.
 */
export async function findOrCreateContact(
  context: Pick<Context, "xero" | "digest">,
  customer: Customer,
  match: CustomerMatch,
  { whole = false } = {},
): Promise<ResolvedContact> {
  if (customer.xeroContactId)
    return { contactId: customer.xeroContactId, outcome: "stored" };
  const search = () => searchContact(context, customer, match, { whole });
  const existing = await search();
  if (existing) return resolved(existing, "matched");
  try {
    return resolved(await createContact(context, customer), "created");
  } catch (error) {
    // Somebody made the same contact a moment ago: it is found now, or the refusal stands.
    if (!isTaken(error)) throw error;
    const made = await search();
    if (!made) throw error;
    return resolved(made, "matched");
  }
}

/** The one Xero contact that is this customer, by one search; `whole` brings its phones and addresses along. */
export async function searchContact(
  { xero }: Pick<Context, "xero">,
  customer: Customer,
  match: CustomerMatch,
  { whole = false } = {},
): Promise<XeroContact | undefined> {
  const found = await xero.findContacts(
    customerFilter(customer),
    { whole },
    `contacts for ${describeCustomer(customer)}`,
  );
  return matchCustomer(customer, found, match);
}

async function createContact(
  { xero, digest }: Pick<Context, "xero" | "digest">,
  customer: Customer,
): Promise<XeroContact> {
  const contact = writeContact(customer);
  const key = digest(
    ["contact", xero.tenantId, JSON.stringify(contact)].join("|"),
  );
  return xero.createContact(contact, describeCustomer(customer), key);
}

function resolved(
  contact: XeroContact,
  outcome: ContactOutcome,
): ResolvedContact {
  if (contact.ContactID)
    return { contactId: contact.ContactID, contact, outcome };
  throw new ConnectorError(
    "server",
    "Xero's answer names no contact. Run this step again: nothing is made twice.",
    { vendor: "xero" },
  );
}

function isTaken(error: unknown): boolean {
  return (
    error instanceof ConnectorError &&
    error.kind === "validation" &&
    /contact number|already assigned/i.test(error.vendorText ?? "")
  );
}
