import { PROPERTY_GROUP } from "../hubspot/ownProperties";
import { OWN_TYPES, planSetUp } from "../hubspot/setUpPlan";
import type { Context } from "./context";

export interface HubspotSetUp {
  /** `deals.xero_invoice_id`, ... */
  created: string[];
  existing: string[];
}

/**
 * Creates the connector's property group and properties on deals, companies and contacts; what exists is left
 * as it is, so it can be run again at any time.
 * @throws ConnectorError `validation`, before anything is created, when a property of ours exists without the
 *   uniqueness it needs
 */
export async function setUpHubspot({
  hubspot,
}: Pick<Context, "hubspot">): Promise<HubspotSetUp> {
  const { missing, existing } = planSetUp({
    deals: await hubspot.properties("deals"),
    companies: await hubspot.properties("companies"),
    contacts: await hubspot.properties("contacts"),
  });
  const result: HubspotSetUp = { created: [], existing };
  for (const type of OWN_TYPES) {
    const definitions = missing[type];
    if (definitions.length > 0)
      await hubspot.createPropertyGroup(type, PROPERTY_GROUP);
    for (const definition of definitions) {
      const created = await hubspot.createProperty(type, definition);
      result[created ? "created" : "existing"].push(
        `${type}.${definition.name}`,
      );
    }
  }
  return result;
}
