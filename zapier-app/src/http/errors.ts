import { ConnectorError } from "@hubspot-xero/shared/error/connectorError";
import type { ZObject } from "zapier-platform-core";

/**
 * What a connector error means to Zapier: halted where trying again cannot help, throttled where it helps soon,
 * an error that people see and can replay for the rest.
 */
export function toZapierError(z: ZObject, error: unknown): unknown {
  if (!(error instanceof ConnectorError)) return error;
  const { kind, message, vendor, status, retryAfterSeconds, dayLimit } = error;
  switch (kind) {
    case "validation":
    case "notFound":
    case "conflict":
    case "permission":
      return new z.errors.HaltedError(message);
    case "auth":
      return vendor === "hubspot"
        ? new z.errors.ExpiredAuthError(message)
        : new z.errors.RefreshAuthError(message);
    case "busy":
      return new z.errors.ThrottledError(message, retryAfterSeconds);
    case "rateLimit":
      return dayLimit
        ? new z.errors.Error(message, "daily_limit", status)
        : new z.errors.ThrottledError(message, retryAfterSeconds);
    case "server":
      return new z.errors.Error(message, "vendor_unavailable", status);
  }
}
