import type { Send } from "../transport/send";
import { batchCalls } from "./batchCalls";
import { createHubspotCall } from "./call";
import { recordCalls } from "./records";
import { setUpCalls } from "./setUp";

export type HubspotClient = ReturnType<typeof createHubspotClient>;

/** HubSpot's calls that the connector makes, one method a request (batches of 100), errors as ConnectorError. */
export function createHubspotClient({ send }: { send: Send }) {
  const call = createHubspotCall(send);
  return { ...recordCalls(call), ...batchCalls(call), ...setUpCalls(call) };
}
