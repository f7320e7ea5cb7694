import { ConnectorError } from "@hubspot-xero/shared/error/connectorError";
import type { Bundle, ZObject } from "zapier-platform-core";

/** A function of the app whose errors reach Zapier in its own terms. */
export function inZapierTerms<Result>(
  job: (z: ZObject, bundle: Bundle) => Promise<Result>,
) {
  return async (z: ZObject, bundle: Bundle): Promise<Result> => {
    try {
      return await job(z, bundle);
    } catch (error) {
      const explained = toZapierError(z, error);
      // Core would append the whole input to the message: customers' data, and during sign-in the HubSpot key.
      if (explained instanceof Error)
        Object.assign(explained, { doNotContextify: true });
      throw explained;
    }
  };
}

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
