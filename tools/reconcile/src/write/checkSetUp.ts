import {
  ConnectorError,
  isNotFound,
  validation,
} from "@hubspot-xero/shared/error/connectorError";
import { LINK } from "@hubspot-xero/shared/flows/hubspotCustomers";
import type { Job } from "../job";

/**
 * Nothing is written to an account that has no room for the links, or would take one link twice: two calls.
 * @throws ConnectorError `validation`
 */
export async function checkSetUp({
  clients,
  pace,
}: Pick<Job, "clients" | "pace">): Promise<void> {
  for (const objects of ["companies", "contacts"] as const) {
    const property = await pace
      .again(() =>
        pace.call("hubspot", `${objects} properties`, () =>
          clients.hubspot.properties.coreApi.getByName(objects, LINK),
        ),
      )
      .catch((error: ConnectorError) => {
        if (!isNotFound(error)) throw error;
        throw validation(
          `HubSpot has no property "${LINK}" on ${objects}. Run the action "Set Up HubSpot" of the Zapier or Make app once, then run this command again.`,
          { vendor: "hubspot", cause: error },
        );
      });
    if (!property.hasUniqueValue)
      throw validation(
        `HubSpot's property "${LINK}" on ${objects} allows the same value twice. Delete it in HubSpot (Settings > Properties) and run the action "Set Up HubSpot", then run this command again.`,
        { vendor: "hubspot" },
      );
  }
}
