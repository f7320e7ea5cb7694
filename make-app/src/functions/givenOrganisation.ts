import { ConnectorError } from "@hubspot-xero/shared/error/connectorError";
import {
  readSettings,
  type XeroSettings,
} from "@hubspot-xero/shared/xero/settings";
import type { XeroOrganisation } from "@hubspot-xero/shared/xero/wire";

/** What an organisation's own record tells: its lock dates among it, and neither accounts nor tax rates. */
export function givenOrganisation(
  organisations: readonly XeroOrganisation[] | undefined,
): XeroSettings {
  const organisation = organisations?.[0];
  if (organisation) return readSettings(organisation, [], []);
  throw new ConnectorError(
    "server",
    "Xero's answer about the organisation could not be read. Run this scenario again: nothing is made twice.",
  );
}
