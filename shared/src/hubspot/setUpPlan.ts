import { validation } from "../error/connectorError";
import { flag, type Input } from "../input/input";
import {
  OWN_PROPERTIES,
  PROPERTY_GROUP,
  type PropertyDefinition,
} from "./ownProperties";

type OwnType = keyof typeof OWN_PROPERTIES;

export const OWN_TYPES = Object.keys(OWN_PROPERTIES) as OwnType[];

/** What an account has of one type of record. */
export type HubspotProperties = readonly {
  name: string;
  hasUniqueValue?: boolean;
}[];

export interface SetUpPlan {
  /** Definitions as HubSpot creates them. */
  missing: Record<OwnType, (PropertyDefinition & { groupName: string })[]>;
  /** `deals.xero_invoice_id`, ... */
  existing: string[];
}

/** @throws ConnectorError `validation` where the user did not say that the properties are to be created */
export function checkSetUp(input: Input): void {
  if (!flag(input, "confirm"))
    throw validation(
      "No property was created: set Create the Properties to Yes.",
    );
}

/**
 * Which of the connector's properties are to be created; what exists is left as it is.
 * @throws ConnectorError `validation` when a property of ours exists without the uniqueness it needs
 */
export function planSetUp(
  found: Readonly<Record<OwnType, HubspotProperties>>,
): SetUpPlan {
  const existing: string[] = [];
  const missingOf = (type: OwnType) =>
    OWN_PROPERTIES[type].flatMap((definition) => {
      const { name, hasUniqueValue } = definition;
      const property = found[type].find((candidate) => candidate.name === name);
      if (!property) return [{ groupName: PROPERTY_GROUP.name, ...definition }];
      if (hasUniqueValue && !property.hasUniqueValue)
        throw validation(
          `HubSpot's ${type} have a property "${name}" that allows the same value twice, which cannot be changed later. Delete it in HubSpot (Settings > Properties), then run this step again.`,
        );
      existing.push(`${type}.${name}`);
      return [];
    });
  const missing = {
    deals: missingOf("deals"),
    companies: missingOf("companies"),
    contacts: missingOf("contacts"),
  };
  return { missing, existing };
}

/** What the action hands out. */
export function setUpOutput(
  created: readonly string[],
  existing: readonly string[],
) {
  return {
    message: `${created.length} properties were created, ${existing.length} existed already.`,
    createdCount: created.length,
    existingCount: existing.length,
    created: created.join(", "),
  };
}
