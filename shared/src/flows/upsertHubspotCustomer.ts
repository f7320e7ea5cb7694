import { domainOf, readCompanyMatch } from "../customer/companyDomain";
import type { CustomerField } from "../customer/cleanCustomer";
import { contactNumber, type Customer } from "../customer/customer";
import { customerOutput } from "../customer/customerOutput";
import { linkedRecord, readXeroContact } from "../customer/readXeroContact";
import { readSyncFields } from "../customer/syncFields";
import { hubspotChanges } from "../customer/writeHubspotCustomer";
import { ConnectorError } from "../error/connectorError";
import type { HubspotObject } from "../hubspot/wire";
import { requiredText, type Input } from "../input/input";
import type { XeroContact } from "../xero/wire";
import type { Context } from "./context";
import {
  findHubspotCustomer,
  refuseOtherLink,
  type CustomerSearch,
  type FoundRecord,
} from "./findHubspotCustomer";
import { isTaken, presentContact } from "./findOrCreateContact";
import {
  CUSTOMER_TYPES,
  LINK,
  lookUpRecord,
  mayCreate,
  readCustomerType,
  readRecord,
  readTaxProperty,
} from "./hubspotCustomers";

export interface UpsertedCustomer {
  /** `missing`: there is none and the step may not create it; `archived`: the Xero contact is, and nothing was done. */
  outcome: "created" | "updated" | "unchanged" | "missing" | "archived";
  contact: XeroContact;
  /** The HubSpot record as it is now; of a missing or archived one what Xero knows. */
  customer: Customer;
  url?: string | undefined;
  /** Names of the HubSpot properties that were written to an existing record. */
  changedFields: string[];
}

type Options = ReturnType<typeof readOptions>;

/**
 * Finds or creates the HubSpot company or contact of a Xero contact as that is now, writes only the properties that
 * differ, and links both. Unchanged, it costs two reads and no write.
 */
export async function upsertHubspotCustomer(
  context: Pick<Context, "hubspot" | "xero">,
  input: Input,
): Promise<UpsertedCustomer> {
  const options = readOptions(input);
  const { contact, ids } = await presentContact(context, options.contactId);
  const type = linkedRecord(contact.ContactNumber)?.type ?? options.type;
  const none = {
    contact,
    customer: readXeroContact(contact, type),
    changedFields: [],
  };
  if (contact.ContactStatus !== "ACTIVE")
    return { outcome: "archived", ...none };
  const search: CustomerSearch = { contact, ids, ...options };
  const found = await findHubspotCustomer(context, search);
  if (found) return update(context, search, options, found);
  if (!options.mayCreate) return { outcome: "missing", ...none };
  return create(context, search, options);
}

function readOptions(input: Input) {
  return {
    contactId: requiredText(input, "contactId", "Xero Contact"),
    type: readCustomerType(input),
    companyMatch: readCompanyMatch(input),
    mayCreate: mayCreate(input),
    only: readSyncFields(input),
    taxProperty: readTaxProperty(input),
  };
}

async function update(
  context: Pick<Context, "hubspot" | "xero">,
  search: CustomerSearch,
  options: Options,
  { type, record }: FoundRecord,
): Promise<UpsertedCustomer> {
  const { contact } = search;
  const { taxProperty } = options;
  const contactId = contact.ContactID ?? "";
  const isLinked = record.properties[LINK] === contactId;
  const changes = recordChanges(contact, { type, record }, options);
  const changedFields = Object.keys(changes);
  if (changedFields.length > 0)
    await context.hubspot.update(
      CUSTOMER_TYPES[type].objects,
      record.id,
      changes,
      `${type} ${record.id}`,
    );
  const present = {
    ...record,
    properties: { ...record.properties, ...changes },
  };
  const result = outcomeOf(search, type, present, taxProperty);
  await storeNumber(context, search, result.customer).catch(
    (error: unknown) => {
      // A link that stands may be that of a merge, whose other contact still holds the number.
      if (!isLinked || !isTaken(error)) throw error;
    },
  );
  return {
    outcome: changedFields.length > 0 ? "updated" : "unchanged",
    ...result,
    changedFields,
  };
}

interface Written {
  only?: readonly CustomerField[] | undefined;
  taxProperty?: string | undefined;
}

/** The properties of a record that differ from the contact, the link among them. */
export function recordChanges(
  contact: XeroContact,
  { type, record }: FoundRecord,
  { only, taxProperty }: Written,
): Record<string, string> {
  const contactId = contact.ContactID ?? "";
  return {
    ...hubspotChanges(
      { ...readXeroContact(contact, type), type },
      readRecord(type, record, { taxProperty }),
      { only, taxNumberProperty: taxProperty },
    ),
    ...(record.properties[LINK] !== contactId && { [LINK]: contactId }),
  };
}

/** The properties of a record that is created for the contact. */
export function newRecord(
  contact: XeroContact,
  type: CustomerSearch["type"],
  {
    companyMatch,
    taxProperty,
  }: Pick<CustomerSearch, "companyMatch" | "taxProperty">,
): Record<string, string> {
  const customer = readXeroContact(contact, type);
  const domain =
    type === "company" &&
    (contact.Website || companyMatch === "domain") &&
    domainOf(contact);
  const properties = {
    ...hubspotChanges(customer, undefined, { taxNumberProperty: taxProperty }),
    ...(domain && { domain }),
    [LINK]: contact.ContactID ?? "",
  };
  return Object.fromEntries(
    Object.entries(properties).filter(([, value]) => value !== ""),
  );
}

/** The link is part of the new record, so that a run which is repeated meets it instead of making another one. */
async function create(
  context: Pick<Context, "hubspot" | "xero">,
  search: CustomerSearch,
  options: Options,
): Promise<UpsertedCustomer> {
  const { contact } = search;
  const type = linkedRecord(contact.ContactNumber)?.type ?? search.type;
  const who = `the ${type} for Xero contact "${contact.Name ?? ""}"`;
  let record: HubspotObject;
  try {
    record = await context.hubspot.create(
      CUSTOMER_TYPES[type].objects,
      newRecord(contact, type, options),
      who,
    );
  } catch (error) {
    const made = await madeMeanwhile(context, search, type, error);
    if (!made) throw error;
    return update(context, search, options, made);
  }
  const result = outcomeOf(search, type, record, options.taxProperty);
  await storeNumber(context, search, result.customer);
  return { outcome: "created", ...result, changedFields: [] };
}

/** A refusal because the record exists: another run made it, or a person who has the e-mail address besides another one. */
async function madeMeanwhile(
  context: Pick<Context, "hubspot">,
  search: CustomerSearch,
  type: CustomerSearch["type"],
  error: unknown,
): Promise<FoundRecord | undefined> {
  if (!(error instanceof ConnectorError)) return undefined;
  const { vendorText = "" } = error;
  const [, existing] =
    /Existing ID: (\d+)/.exec(vendorText) ??
    /(\d+) already has that value/.exec(vendorText) ??
    [];
  const record = existing && (await lookUpRecord(context, type, existing));
  if (!record) return undefined;
  const found = { type, record };
  refuseOtherLink(found, search);
  return found;
}

function outcomeOf(
  { contact }: CustomerSearch,
  type: CustomerSearch["type"],
  record: HubspotObject,
  taxProperty: string | undefined,
) {
  return {
    contact,
    customer: readRecord(type, record, { taxProperty }),
    url: record.url,
  };
}

/**
 * Links the Xero contact back, also after a run that broke before it could. A number that it has already stays; so does the lack of one where
 * contacts were merged, because the one that is gone still holds it and Xero keeps numbers unique.
 */
async function storeNumber(
  { xero }: Pick<Context, "xero">,
  { contact, ids }: CustomerSearch,
  customer: Customer,
): Promise<void> {
  if (contact.ContactNumber || ids.length > 1) return;
  await xero.updateContact(
    contact.ContactID ?? "",
    { ContactNumber: contactNumber(customer) },
    `contact "${contact.Name ?? ""}"`,
  );
}

/** What the action hands out. */
export function upsertedCustomerOutput({
  outcome,
  contact,
  customer,
  url,
  changedFields,
}: UpsertedCustomer) {
  return {
    outcome,
    ...customerOutput(customer),
    hubspotUrl: url,
    contactId: contact.ContactID,
    contactName: contact.Name,
    changedFields: changedFields.join(", "),
  };
}
