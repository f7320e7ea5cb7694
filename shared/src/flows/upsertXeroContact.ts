import { contactChanges } from "../customer/contactChanges";
import { describeCustomer, type Customer } from "../customer/customer";
import { readCustomerMatch } from "../customer/matchCustomer";
import { readSyncFields } from "../customer/syncFields";
import { ConnectorError } from "../error/connectorError";
import { text, type Input } from "../input/input";
import type { XeroContact } from "../xero/wire";
import type { Context } from "./context";
import { customerFromFields, withMappedFields } from "./customerFromFields";
import { heldLink } from "./heldLink";
import {
  createContact,
  findContact,
  presentContact,
} from "./findOrCreateContact";
import {
  CUSTOMER_TYPES,
  LINK,
  mayCreate,
  readCustomerType,
  readRecord,
  readTaxProperty,
  recordProperties,
} from "./hubspotCustomers";

export interface UpsertedContact {
  /** `missing`: there is none and the step may not create it. */
  outcome: "created" | "updated" | "unchanged" | "missing";
  contact: XeroContact;
  /** Names of the Xero fields that were written to an existing contact. */
  changedFields: string[];
  /** True when the Xero contact's ID now stands on the HubSpot record. */
  linked: boolean;
}

/**
 * Finds or creates the Xero contact of a customer, writes only the fields that differ, and stores the contact's ID
 * on the HubSpot record, so that invoices need no search. Of a HubSpot record its present values count, with the mapped
 * fields over them. Unchanged, it costs two reads and no write.
 * @throws ConnectorError `conflict` when the contact is archived, several could be meant, or it is another record's
 */
export async function upsertXeroContact(
  context: Context,
  input: Input,
): Promise<UpsertedContact> {
  const match = readCustomerMatch(input);
  const only = readSyncFields(input);
  const isCreating = mayCreate(input);
  const customer = await readCustomer(context, input);
  const found = await findContact(context, customer, match, { whole: true });
  if (!found && !isCreating)
    return {
      outcome: "missing",
      contact: {},
      changedFields: [],
      linked: false,
    };
  if (!found) {
    const { contactId, contact = {} } = await createContact(
      context,
      customer,
      match,
    );
    const linked = await storeLink(context, customer, contactId);
    return { outcome: "created", contact, changedFields: [], linked };
  }
  const { contact: stored, ids } = found.contact
    ? { contact: found.contact, ids: [found.contactId] }
    : await presentContact(context, found.contactId, customer);
  const contactId = ids[0] ?? found.contactId;
  refuseArchived(stored, customer);
  // First the link: HubSpot refuses a contact that is another record's, and then nothing in Xero is changed.
  const linked = await storeLink(context, customer, contactId);
  const changes = contactChanges(customer, stored, {
    isLinked: found.outcome === "stored",
    // Made when the link was; a contact that was merged away may hold it, and Xero keeps it unique.
    keepsNumber: found.outcome === "stored",
    only,
  });
  const changed = Object.keys(changes);
  const contact = changed.length
    ? await context.xero.updateContact(
        contactId,
        changes,
        describeCustomer(customer),
      )
    : stored;
  return {
    outcome: changed.length ? "updated" : "unchanged",
    contact,
    changedFields: changed,
    linked,
  };
}

/** Xero's API can neither change an archived contact nor restore it. */
export function refuseArchived(
  { ContactStatus = "ACTIVE", ContactID, Name }: XeroContact,
  customer: Customer,
): void {
  if (ContactStatus === "ACTIVE") return;
  throw new ConnectorError(
    "conflict",
    `The Xero contact "${Name ?? ""}" (${ContactID ?? ""}) of ${describeCustomer(customer)} is archived. Restore it in Xero (Contacts > Archived), then run this step again.`,
    { vendor: "xero" },
  );
}

/** The HubSpot record where its ID is given, with the mapped fields over it. */
async function readCustomer(
  { hubspot }: Context,
  input: Input,
): Promise<Customer> {
  const hubspotId = text(input, "hubspotId");
  if (!hubspotId) return customerFromFields(input);
  const type = readCustomerType(input);
  const taxProperty = readTaxProperty(input);
  const wire = await hubspot.get(
    CUSTOMER_TYPES[type].objects,
    hubspotId,
    { properties: recordProperties(type, taxProperty) },
    `${type} ${hubspotId}`,
  );
  return withMappedFields(readRecord(type, wire, taxProperty), input);
}

async function storeLink(
  { hubspot }: Context,
  customer: Customer,
  contactId: string,
): Promise<boolean> {
  if (!customer.hubspotId) return false;
  if (customer.xeroContactId === contactId) return true;
  try {
    await hubspot.update(
      CUSTOMER_TYPES[customer.type].objects,
      customer.hubspotId,
      { [LINK]: contactId },
      describeCustomer(customer),
    );
  } catch (error) {
    throw linkRefusal(error, customer, contactId);
  }
  return true;
}

/** HubSpot keeps the link unique: the contact is another record's. */
function linkRefusal(
  error: unknown,
  customer: Customer,
  contactId: string,
): unknown {
  if (!(error instanceof ConnectorError)) return error;
  return heldLink(error, describeCustomer(customer), contactId) ?? error;
}
