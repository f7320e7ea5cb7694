import { contactChanges } from "../customer/contactChanges";
import {
  describeCustomer,
  readCompany,
  readContact,
  type Customer,
} from "../customer/customer";
import { readCustomerMatch } from "../customer/matchCustomer";
import { definedOnly } from "../transport/definedOnly";
import type { XeroContact } from "../xero/wire";
import { choice, text, type Input } from "../input/input";
import { COMPANY_PROPERTIES, CONTACT_PROPERTIES } from "../hubspot/properties";
import type { Context } from "./context";
import { customerFromFields } from "./customerFromFields";
import { createContact, findContact } from "./findOrCreateContact";

export interface UpsertedContact {
  outcome: "created" | "updated" | "unchanged";
  contact: XeroContact;
  /** Names of the Xero fields that were written to an existing contact. */
  changedFields: string[];
  /** True when the Xero contact's ID now stands on the HubSpot record. */
  linked: boolean;
}

/**
 * Finds or creates the Xero contact of a customer, writes only the fields that differ, and stores the contact's ID
 * on the HubSpot record, so that invoices need no search. Unchanged, it costs two reads and no write.
 */
export async function upsertXeroContact(
  context: Context,
  input: Input,
): Promise<UpsertedContact> {
  const match = readCustomerMatch(input);
  const customer = await readCustomer(context, input);
  const found = await findContact(context, customer, match, { whole: true });
  if (!found) {
    const { contactId, contact = {} } = await createContact(
      context,
      customer,
      match,
    );
    const linked = await storeLink(context, customer, contactId);
    return { outcome: "created", contact, changedFields: [], linked };
  }
  const { contactId, outcome } = found;
  const stored =
    found.contact ??
    (await context.xero.getContact(
      contactId,
      `the Xero contact of ${describeCustomer(customer)}`,
    ));
  // First the link: HubSpot refuses a contact that is another record's, and then nothing in Xero is changed.
  const linked = await storeLink(context, customer, contactId);
  const changes = contactChanges(customer, stored, {
    isLinked: outcome === "stored",
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

/** The HubSpot record where its ID is given, with the mapped fields over it. */
async function readCustomer(
  { hubspot }: Context,
  input: Input,
): Promise<Customer> {
  const hubspotId = text(input, "hubspotId");
  if (!hubspotId) return customerFromFields(input);
  const type = choice(
    input,
    "customerType",
    ["company", "contact"] as const,
    "company",
  );
  const [objects, properties, read] =
    type === "company"
      ? (["companies", COMPANY_PROPERTIES, readCompany] as const)
      : (["contacts", CONTACT_PROPERTIES, readContact] as const);
  const record = read(
    await hubspot.get(
      objects,
      hubspotId,
      { properties },
      `${type} ${hubspotId}`,
    ),
  );
  const mapped = customerFromFields({
    ...input,
    name: text(input, "name") ?? record.name,
  });
  return {
    ...record,
    ...definedOnly(mapped),
    address: mapped.address
      ? { ...record.address, ...definedOnly(mapped.address) }
      : record.address,
  };
}

async function storeLink(
  { hubspot }: Context,
  customer: Customer,
  contactId: string,
): Promise<boolean> {
  if (!customer.hubspotId) return false;
  if (customer.xeroContactId !== contactId) {
    await hubspot.update(
      customer.type === "company" ? "companies" : "contacts",
      customer.hubspotId,
      { xero_contact_id: contactId },
      describeCustomer(customer),
    );
  }
  return true;
}
