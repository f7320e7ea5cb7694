import { ConnectorError } from "../error/connectorError";

/**
 * HubSpot's refusal of a link that another record holds, as it keeps the link unique.
 * @param who how messages name the record that was to be linked
 * @returns undefined where HubSpot refused something else
 */
export function heldLink(
  error: ConnectorError,
  who: string,
  contactId: string,
): ConnectorError | undefined {
  const [, holder] =
    /(\d+) already has that value/.exec(error.vendorText ?? "") ?? [];
  if (!holder) return undefined;
  return new ConnectorError(
    "conflict",
    `The Xero contact ${contactId} of ${who} is linked with HubSpot record ${holder} already. Merge the two records in HubSpot, or clear the Xero contact ID on the other one.`,
    { vendor: "hubspot", vendorText: error.vendorText, cause: error },
  );
}
