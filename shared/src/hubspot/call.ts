import { ConnectorError } from "../error/connectorError";
import {
  sendOrFail,
  type HttpRequest,
  type HttpResponse,
  type Send,
} from "../transport/send";
import { readHubspotError } from "./readError";

/**
 * Sends one request to HubSpot and gives its parsed body.
 * @param record what the request is about, as messages name it
 * @param accept the statuses that are no error
 * @throws ConnectorError for every other status, a broken connection, or a body that cannot be read
 */
export type HubspotCall = <T>(
  request: Omit<HttpRequest, "vendor">,
  record: string,
  accept?: readonly number[],
) => Promise<{ status: number; body: T }>;

export function createHubspotCall(send: Send): HubspotCall {
  return async <T>(
    request: Omit<HttpRequest, "vendor">,
    record: string,
    accept: readonly number[] = [200, 201, 204],
  ) => {
    const response: HttpResponse = await sendOrFail(
      send,
      { vendor: "hubspot", ...request },
      "HubSpot",
    );
    if (!accept.includes(response.status))
      throw readHubspotError(response, record);
    if (
      response.status !== 204 &&
      (typeof response.body !== "object" || response.body === null)
    ) {
      throw new ConnectorError(
        "server",
        `HubSpot's answer about ${record} could not be read. Run this step again: nothing is made twice.`,
        { vendor: "hubspot", status: response.status },
      );
    }
    return { status: response.status, body: response.body as T };
  };
}

/** The `results` of a list; an answer without them is no empty list. */
export async function listResults<T>(
  call: HubspotCall,
  request: Omit<HttpRequest, "vendor">,
  record: string,
): Promise<T[]> {
  const { body } = await call<{ results?: T[] }>(request, record);
  if (Array.isArray(body.results)) return body.results;
  throw new ConnectorError(
    "server",
    `HubSpot's answer about ${record} holds no list. Run this step again: nothing is made twice.`,
    { vendor: "hubspot" },
  );
}
