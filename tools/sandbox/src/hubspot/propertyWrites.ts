import {
  conflict,
  invalid,
  invalidProperties,
  type PropertyProblem,
} from "./errors";
import { CONTACT, DEAL, NOTE, type ObjectType } from "./objectTypes";
import { findByValue } from "./objectLookup";
import { propertiesOf } from "./properties";
import { checkValue } from "./propertyValues";
import { checkStage } from "./stages";
import type { HubspotObject, Portal } from "./types";

/** The values as HubSpot will store them; refuses unknown, read-only and malformed ones all at once. */
export function checkProperties(
  portal: Portal,
  type: ObjectType,
  object: HubspotObject | undefined,
  given: Record<string, unknown>,
): Record<string, string> {
  const definitions = propertiesOf(portal, type);
  const values: Record<string, string> = {};
  const problems: PropertyProblem[] = [];
  for (const [name, raw] of Object.entries(given)) {
    const definition = definitions.get(name);
    if (!definition) {
      const message = `Property "${name}" does not exist`;
      problems.push({ name, message, error: "PROPERTY_DOESNT_EXIST" });
      continue;
    }
    if (definition.modificationMetadata.readOnlyValue) {
      const message = `"${name}" is a read only property; its value cannot be set.`;
      problems.push({ name, message, error: "READ_ONLY_VALUE" });
      continue;
    }
    const checked = checkValue(
      portal,
      definition,
      raw,
      object?.properties[name],
    );
    if ("value" in checked) values[name] = checked.value;
    else problems.push({ name, ...checked });
  }
  if (type.id === DEAL.id) {
    problems.push(...checkStage(portal, object?.properties ?? {}, values));
  }
  if (problems.length > 0) {
    throw invalidProperties(problems, portal.state.account.portalId);
  }
  return values;
}

/** HubSpot refuses some objects that lack a property, whatever the account's own rules. */
export function checkRequired(
  type: ObjectType,
  values: Record<string, string>,
): void {
  if (type.id === NOTE.id && !values.hs_timestamp) {
    throw invalid(
      "Error creating NOTE. Some required properties were not set.",
      {
        context: { properties: ["hs_timestamp"] },
      },
    );
  }
}

/**
 * Refuses a unique value that another live object holds, or that an earlier input of the same batch claimed.
 * Only a new contact's e-mail is a conflict to HubSpot; every other clash is a validation error.
 */
export function checkUnique(
  portal: Portal,
  type: ObjectType,
  object: HubspotObject | undefined,
  values: Record<string, string>,
  claims: Map<string, string>,
): void {
  for (const definition of propertiesOf(portal, type).values()) {
    const value = values[definition.name];
    if (!definition.hasUniqueValue || !value) continue;
    const key = `${definition.name}=${value}`;
    const holder =
      findByValue(portal, type, definition.name, value)?.id ?? claims.get(key);
    const own = object?.id ?? portal.state.nextId.toString();
    if (holder !== undefined && holder !== own) {
      if (type.id === CONTACT.id && definition.name === "email" && !object) {
        throw conflict(`Contact already exists. Existing ID: ${holder}`);
      }
      throw invalid(
        `Cannot set PropertyValueCoordinates{portalId=${portal.state.account.portalId}, objectTypeId=ObjectTypeId{legacyObjectType=${type.name.toUpperCase()}}, propertyName=${definition.name}, value=${value}} on ${own}. ${holder} already has that value.`,
      );
    }
    claims.set(key, object?.id ?? `new ${claims.size}`);
  }
}
