import { ERROR_TYPES } from "./functions/errorType";
import type { Base, ErrorDirective } from "./make/communication";

/**
 * The vendor's refusal in the words of the shared modules. Every request names what it is about in `temp.record`, as
 * the user knows it.
 */
export const MESSAGE =
  "if(connection.service = 'xero', xeroProblem(statusCode, headers, body, temp.record), hubspotProblem(statusCode, headers, body, temp.record))";

/** A response that words some refusals otherwise takes these along: what it says replaces the base's whole. */
export const REFUSALS: ErrorDirective = {
  message: `{{${MESSAGE}}}`,
  type: "RuntimeError",
  ...Object.fromEntries(
    Object.entries(ERROR_TYPES).map(([status, type]) => [
      status,
      { message: `{{${MESSAGE}}}`, type },
    ]),
  ),
};

/** Both services share one base: the connection knows its service, its address and its token. */
export const base: Base = {
  baseUrl: "{{connection.apiBase}}",
  headers: {
    Authorization:
      "Bearer {{ifempty(connection.accessToken, connection.serviceKey)}}",
    Accept: "application/json",
  },
  response: { type: "automatic", error: REFUSALS },
  log: { sanitize: ["request.headers.authorization"] },
};
