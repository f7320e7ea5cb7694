import {
  ConnectorError,
  validation,
  type Vendor,
} from "../error/connectorError";

/** One HTTP request to a vendor; the platform adds the address, the token and its own headers. */
export interface HttpRequest {
  vendor: Vendor;
  method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** Path below the vendor's base address, parts already percent-encoded. */
  path: string;
  /** Values left undefined are not sent. */
  query?: Record<string, string | number | boolean | undefined>;
  headers?: Record<string, string>;
  /** Sent as JSON. */
  body?: unknown;
}

export interface HttpResponse {
  status: number;
  /** Names in lower case. */
  headers: Record<string, string | undefined>;
  /** The parsed JSON, or the text where it is not JSON. */
  body: unknown;
}

/**
 * How a flow reaches the vendors. Any status is returned, not thrown;
 * a connection that breaks or times out is thrown as it comes.
 */
export type Send = (request: HttpRequest) => Promise<HttpResponse>;

/** Sends, and turns a broken connection into a `server` error: whether the request was carried out is unknown. */
export async function sendOrFail(
  send: Send,
  request: HttpRequest,
  vendorName: string,
): Promise<HttpResponse> {
  for (const part of request.path.split("/")) checkId(part, vendorName);
  checkHeaders(request.headers, vendorName);
  try {
    return await send(request);
  } catch (cause) {
    if (!isNetworkFailure(cause)) throw cause;
    throw new ConnectorError(
      "server",
      `${vendorName} did not answer in time or the connection broke. Run this step again: nothing is made twice.`,
      { vendor: request.vendor, cause },
    );
  }
}

/**
 * Percent-encoding leaves dots alone, and a URL drops such a part together with the one before it.
 * @param id an id, a number or another part of a path
 * @throws ConnectorError `validation` for `.` and `..`
 */
export function checkId(id: string | undefined, vendorName: string): void {
  if (/^\s*\.\.?\s*$/.test(id ?? ""))
    throw validation(
      `${vendorName} has no record with an id or a number that is only dots. Correct it, and run this step again.`,
    );
}

/** What no HTTP header can carry: line ends above all, behind which a value would go on as another header. */
export function isHeaderValue(value: string): boolean {
  return !/[^\t\x20-\x7e\x80-\xff]/.test(value);
}

/** Without the value: HTTP clients quote it in their errors. */
function checkHeaders(
  headers: HttpRequest["headers"] = {},
  vendorName: string,
): void {
  const broken = Object.entries(headers).find(
    ([, value]) => !isHeaderValue(value),
  );
  if (broken)
    throw validation(
      `The header ${broken[0]} for ${vendorName} has a character that no header can carry, such as a line end. Choose the organisation again or reconnect, and run this step again.`,
    );
}

/** node-fetch, undici and Node's sockets mark broken connections in these ways; anything else is not ours to interpret. */
function isNetworkFailure(error: unknown): boolean {
  if (!(error instanceof Error) || error instanceof ConnectorError)
    return false;
  const { code, type, cause } = error as Error & {
    code?: unknown;
    type?: unknown;
  };
  return (
    typeof code === "string" ||
    (cause instanceof Error && "code" in cause) ||
    type === "request-timeout" ||
    type === "body-timeout" ||
    type === "system" ||
    error.name === "AbortError" ||
    error.name === "TimeoutError" ||
    /fetch failed|terminated|socket hang up|premature close/i.test(
      error.message,
    )
  );
}
