import {
  ConnectorError,
  type Vendor,
} from "@hubspot-xero/shared/error/connectorError";
import { readHubspotError } from "@hubspot-xero/shared/hubspot/readError";
import type { HttpResponse } from "@hubspot-xero/shared/transport/send";
import { readXeroError } from "@hubspot-xero/shared/xero/readError";

const NAMES: Record<Vendor, string> = { hubspot: "HubSpot", xero: "Xero" };

/**
 * What an official client threw, as the connector's own error.
 * @param record what the call was about: `companies`
 */
export function readSdkError(
  vendor: Vendor,
  error: unknown,
  record: string,
): ConnectorError {
  if (error instanceof ConnectorError) return error;
  const response =
    vendor === "hubspot" ? hubspotResponse(error) : xeroResponse(error);
  if (response)
    return vendor === "hubspot"
      ? readHubspotError(response, record)
      : readXeroError(response, record);
  return new ConnectorError(
    "server",
    `${NAMES[vendor]} did not answer, or its answer about ${record} could not be read.`,
    { vendor, cause: error },
  );
}

/** HubSpot's client throws an ApiException; of a broken connection or body whatever comes. */
function hubspotResponse(error: unknown): HttpResponse | undefined {
  const { code, headers, body } = Object(error) as {
    code?: unknown;
    headers?: HttpResponse["headers"];
    body?: unknown;
  };
  return typeof code === "number" && headers
    ? { status: code, headers, body }
    : undefined;
}

/** Xero's client rejects with the answer as JSON text; status 0 means that there was none. */
function xeroResponse(error: unknown): HttpResponse | undefined {
  if (typeof error !== "string") return undefined;
  const { response } = JSON.parse(error) as {
    response: Omit<HttpResponse, "status"> & { statusCode: number };
  };
  const { statusCode: status, headers, body } = response;
  return status > 0 ? { status, headers, body } : undefined;
}
