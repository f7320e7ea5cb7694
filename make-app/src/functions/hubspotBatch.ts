import { ConnectorError } from "@hubspot-xero/shared/error/connectorError";
import {
  wholeBatch,
  type BatchAnswer,
} from "@hubspot-xero/shared/hubspot/records";
import { attempt } from "./attempt";

/** What HubSpot answered about many records at once, or that the answer is not whole: it is never taken for fewer records. */
export function hubspotBatch(
  answer: BatchAnswer<unknown> | undefined,
  record: string,
) {
  return attempt(() => {
    const results = wholeBatch(answer ?? {});
    if (results) return { results };
    throw new ConnectorError(
      "server",
      `HubSpot's answer about ${record} is not whole. Run this scenario again.`,
    );
  });
}
