import { ConnectorError } from "@hubspot-xero/shared/error/connectorError";
import type { Bundle, ZObject } from "zapier-platform-core";

/** What reading a value of another form than expected throws. */
const UNFORESEEN = new Set(["TypeError", "RangeError", "SyntaxError"]);

/** A function of the app whose errors reach Zapier in its own terms. */
export function inZapierTerms<Result>(
  job: (z: ZObject, bundle: Bundle) => Promise<Result>,
) {
  return async (z: ZObject, bundle: Bundle): Promise<Result> => {
    try {
      return await job(z, bundle);
    } catch (error) {
      const explained = toZapierError(z, readable(z, error));
      // Core would append the whole input to the message: customers' data, and during sign-in the HubSpot key.
      if (explained instanceof Error)
        Object.assign(explained, { doNotContextify: true });
      throw explained;
    }
  };
}

/**
 * The last net: what no reader of an answer foresees ends in a sentence too, and leaves its trace to the app's
 * developers. Every write is looked up before it is made, so that running the step again is safe.
 */
function readable(z: ZObject, error: unknown): unknown {
  if (!(error instanceof Error) || !UNFORESEEN.has(error.name)) return error;
  z.console.error(error.stack);
  return new ConnectorError(
    "server",
    "An answer of HubSpot or Xero could not be read. Run this step again: nothing is made twice.",
    { cause: error },
  );
}

/**
 * What a connector error means to Zapier: halted where trying again cannot help, throttled where it helps soon,
 * an error that people see and can replay for the rest.
 */
function toZapierError(z: ZObject, error: unknown): unknown {
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
