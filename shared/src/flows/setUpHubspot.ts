import { OWN_PROPERTIES, PROPERTY_GROUP } from "../hubspot/properties";
import { validation } from "../error/connectorError";
import type { Context } from "./context";

export interface HubspotSetUp {
  /** `deals.xero_invoice_id`, ... */
  created: string[];
  existing: string[];
}

/**
 * Creates the connector's property group and properties on deals, companies and contacts; what exists is left
 * as it is, so it can be run again at any time.
 * @throws ConnectorError `validation` when a property of ours exists without the uniqueness it needs
 */
export async function setUpHubspot({
  hubspot,
}: Pick<Context, "hubspot">): Promise<HubspotSetUp> {
  const result: HubspotSetUp = { created: [], existing: [] };
  for (const [object, definitions] of Object.entries(OWN_PROPERTIES)) {
    const type = object as keyof typeof OWN_PROPERTIES;
    const names = new Map(
      (await hubspot.properties(type)).map((property) => [
        property.name,
        property.hasUniqueValue ?? false,
      ]),
    );
    const missing = definitions.filter(({ name }) => !names.has(name));
    if (missing.length) await hubspot.createPropertyGroup(type, PROPERTY_GROUP);
    for (const definition of definitions) {
      const { name, hasUniqueValue = false } = definition;
      if (hasUniqueValue && names.get(name) === false) {
        throw validation(
          `HubSpot's ${type} have a property "${name}" that allows the same value twice, which cannot be changed later. Delete it in HubSpot (Settings > Properties), then run this step again.`,
        );
      }
      const created =
        !names.has(name) &&
        (await hubspot.createProperty(type, PROPERTY_GROUP.name, definition));
      result[created ? "created" : "existing"].push(`${type}.${name}`);
    }
  }
  return result;
}
