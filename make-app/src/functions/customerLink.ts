import { validation } from "@hubspot-xero/shared/error/connectorError";
import { heldLink } from "@hubspot-xero/shared/flows/heldLink";
import {
  CUSTOMER_TYPES,
  LINK,
  readCustomerType,
} from "@hubspot-xero/shared/flows/hubspotCustomers";
import { readHubspotError } from "@hubspot-xero/shared/hubspot/readError";
import { text, type Input } from "@hubspot-xero/shared/input/input";
import { checkId } from "@hubspot-xero/shared/transport/send";
import { isGuid } from "@hubspot-xero/shared/xero/guid";
import { attempt } from "./attempt";

/** Where the link is written, or what is missing or wrong; nothing is sent before. */
export function linkWanted(parameters: Input) {
  return attempt(() => {
    const type = readCustomerType(parameters);
    const [hubspotId, contactId] = [
      text(parameters, "hubspotId"),
      text(parameters, "contactId"),
    ];
    if (!hubspotId || !contactId)
      throw validation(
        "HubSpot record and Xero contact are both needed. Map the IDs of the two.",
      );
    checkId(hubspotId, "HubSpot");
    if (!isGuid(contactId))
      throw validation(
        `"${contactId.slice(0, 40)}" is not the ID of a Xero contact. Map the ID that "Create or update a contact" gives.`,
      );
    return {
      path: `${CUSTOMER_TYPES[type].objects}/${encodeURIComponent(hubspotId)}`,
      name: `${type} ${hubspotId}`,
      properties: { [LINK]: contactId },
      output: { type, hubspotId, contactId },
    };
  });
}

/** HubSpot's refusal of a link as a sentence: which other record holds it, or what else is wrong. */
export function linkProblem(
  { contactId }: { contactId: string },
  { name }: { name: string },
  status: number,
  headers: Record<string, string | undefined>,
  body: unknown,
): string {
  const error = readHubspotError({ status, headers, body }, name);
  return (heldLink(error, name, contactId) ?? error).message;
}
