import type { ErrorType } from "../make/communication";

/** What can be done about a status: correct the data, reconnect, or let Make try again later. */
export const ERROR_TYPES: Readonly<Record<`${number}`, ErrorType>> = {
  "400": "DataError",
  "401": "InvalidAccessTokenError",
  "403": "InvalidConfigurationError",
  "404": "DataError",
  "409": "DataError",
  "412": "DataError",
  "422": "DataError",
  "423": "ConnectionError",
  "429": "RateLimitError",
  "477": "RateLimitError",
  "500": "ConnectionError",
  "502": "ConnectionError",
  "503": "ConnectionError",
  "504": "ConnectionError",
  "521": "ConnectionError",
  "522": "ConnectionError",
  "523": "ConnectionError",
  "524": "ConnectionError",
  "525": "ConnectionError",
  "526": "ConnectionError",
};

/** Make's error type for a status; below 400 it is the data that cannot be used. */
export function errorType(status: number): ErrorType {
  if (status < 400) return "DataError";
  return ERROR_TYPES[`${status}`] ?? "RuntimeError";
}
