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
import { definedOnly } from "../transport/definedOnly";
import type { Context } from "./context";

export type CustomerType = Customer["type"];

/** Each type of record: where it lives and what is read of it. */
export const CUSTOMER_TYPES = {
  company: {
    objects: "companies",
    properties: [...COMPANY_PROPERTIES, ...CUSTOMER_SYNC_PROPERTIES],
    modified: "hs_lastmodifieddate",
  },
  contact: {
    objects: "contacts",
    properties: [...CONTACT_PROPERTIES, ...CUSTOMER_SYNC_PROPERTIES],
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

/** The user's own properties for what HubSpot has none for, by their internal names. */
export interface NamedProperties {
  taxProperty?: string | undefined;
  accountProperty?: string | undefined;
}

/** The user's property for the tax number. */
export function readTaxProperty(input: Input): string | undefined {
  return readPropertyName(input, "taxNumberProperty");
}

/** The user's properties for what Xero holds of a customer and HubSpot has no property for. */
export function readNamedProperties(input: Input): NamedProperties {
  return {
    taxProperty: readTaxProperty(input),
    accountProperty: readPropertyName(input, "accountNumberProperty"),
  };
}

function readPropertyName(input: Input, key: string): string | undefined {
  const name = text(input, key);
  if (!name || /^[a-z][a-z0-9_]*$/.test(name)) return name;
  throw validation(
    `"${name.slice(0, 40)}" is no internal name of a HubSpot property. Copy it from HubSpot (Settings > Properties): small letters, digits and underscores.`,
  );
}

const READERS = { company: readCompany, contact: readContact };

/** A record on the wire as a customer; the user's own properties hold its tax and account number. */
export function readRecord(
  type: CustomerType,
  wire: HubspotObject,
  { taxProperty, accountProperty }: NamedProperties = {},
): Customer {
  const value = (name: string | undefined) =>
    // The user names the property: `constructor` would be found on every object.
    (name &&
      Object.hasOwn(wire.properties, name) &&
      wire.properties[name]?.trim()) ||
    undefined;
  const numbers = {
    taxNumber: value(taxProperty),
    accountNumber: value(accountProperty),
  };
  return { ...READERS[type](wire), ...definedOnly(numbers) };
}

/** What is read of a record. */
export function recordProperties(
  type: CustomerType,
  { taxProperty, accountProperty }: NamedProperties = {},
): readonly string[] {
  const own = [taxProperty, accountProperty].filter(
    (name) => name !== undefined,
  );
  return [...CUSTOMER_TYPES[type].properties, ...own];
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
      { properties: recordProperties(type, { taxProperty }), ...query },
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
