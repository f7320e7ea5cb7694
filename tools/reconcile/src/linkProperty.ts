import {
  OWN_PROPERTIES,
  PROPERTY_GROUP,
  type PropertyDefinition,
} from "@hubspot-xero/shared/hubspot/ownProperties";
import type { SandboxSeed } from "@hubspot-xero/sandbox/sandbox";

/** A sandbox after "Set Up HubSpot": its companies and contacts have room for the link. */
export function withLinkProperty({ hubspot, xero }: SandboxSeed): SandboxSeed {
  const { companies, contacts } = OWN_PROPERTIES;
  return {
    hubspot: {
      ...hubspot,
      properties: {
        companies: companies.map(toDraft),
        contacts: contacts.map(toDraft),
      },
    },
    xero,
  };
}

const toDraft = (definition: PropertyDefinition) => ({
  groupName: PROPERTY_GROUP.name,
  ...definition,
  options: [],
});
