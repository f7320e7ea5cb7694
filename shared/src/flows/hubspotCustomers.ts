import { readCompany, readContact, type Customer } from "../customer/customer";
import {
  ConnectorError,
  validation,
  isNotFound,
} from "../error/connectorError";
import {
  COMPANY_PROPERTIES,
  CONTACT_PROPERTIES,
  CUSTOMER_SYNC_PROPERTIES,
} from "../hubspot/properties";
import type { HubspotObject } from "../hubspot/wire";
import { choice, text, type Input } from "../input/input";
import type { Context } from "./context";

export type CustomerType = Customer["type"];

/** Each type of record: where it lives, what is read of it, and how. */
export const CUSTOMER_TYPES = {
  company: {
    objects: "companies",
    properties: [...COMPANY_PROPERTIES, ...CUSTOMER_SYNC_PROPERTIES],
    read: readCompany,
    modified: "hs_lastmodifieddate",
  },
  contact: {
    objects: "contacts",
    properties: [...CONTACT_PROPERTIES, ...CUSTOMER_SYNC_PROPERTIES],
    read: readContact,
    modified: "lastmodifieddate",
  },
} as const;

/** The property that holds the link to Xero; HubSpot keeps it unique. */
export const LINK = "xero_contact_id";

/** Whether the step is about companies, as it is unless it says so, or about people. */
export function readCustomerType(input: Input): CustomerType {
  return choice(
    input,
    "customerType",
    ["company", "contact"] as const,
    "company",
  );
}

/** Whether the step may create what it does not find. */
export function mayCreate(input: Input): boolean {
  const modes = ["create_or_update", "update_only"] as const;
  return choice(input, "mode", modes, "create_or_update") !== "update_only";
}

/** The user's property for the tax number, by its internal name. */
export function readTaxProperty(input: Input): string | undefined {
  const name = text(input, "taxNumberProperty");
  if (!name || /^[a-z][a-z0-9_]*$/.test(name)) return name;
  throw validation(
    `"${name.slice(0, 40)}" is no internal name of a HubSpot property. Copy it from HubSpot (Settings > Properties): small letters, digits and underscores.`,
  );
}

/** A record on the wire as a customer; the user's own property holds its tax number. */
export function readRecord(
  type: CustomerType,
  wire: HubspotObject,
  taxProperty?: string,
): Customer {
  const taxNumber = taxProperty && wire.properties[taxProperty]?.trim();
  const customer = CUSTOMER_TYPES[type].read(wire);
  return taxNumber ? { ...customer, taxNumber } : customer;
}

/** What is read of a record. */
export function recordProperties(
  type: CustomerType,
  taxProperty?: string,
): readonly string[] {
  const { properties } = CUSTOMER_TYPES[type];
  return taxProperty ? [...properties, taxProperty] : properties;
}

/**
 * A record by its id, or by the value of a unique property: such a look-up does not lag behind as search does.
 * @param how `archived` looks into the recycle bin
 * @returns undefined when HubSpot has none
 */
export async function lookUpRecord(
  { hubspot }: Pick<Context, "hubspot">,
  type: CustomerType,
  id: string,
  how: { idProperty?: string; archived?: true; taxProperty?: string } = {},
): Promise<HubspotObject | undefined> {
  const { taxProperty, ...query } = how;
  try {
    return await hubspot.get(
      CUSTOMER_TYPES[type].objects,
      id,
      { properties: recordProperties(type, taxProperty), ...query },
      `${type} ${id}`,
    );
  } catch (error) {
    if (isNotFound(error)) return undefined;
    if (!(error instanceof ConnectorError)) throw error;
    if (error.kind === "validation" && error.vendorText?.includes(LINK))
      throw notSetUp(type, error);
    throw error;
  }
}

/** The link's property is not there yet. */
export function notSetUp(type: CustomerType, cause?: unknown): ConnectorError {
  return validation(
    `HubSpot has no unique property "${LINK}" on ${CUSTOMER_TYPES[type].objects}. Run the action "Set Up HubSpot" once, then run this step again.`,
    { vendor: "hubspot", cause },
  );
}
