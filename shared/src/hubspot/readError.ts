import { ConnectorError, type ErrorKind } from "../error/connectorError";
import type { HttpResponse } from "../transport/send";
import { STAGE_ENTRY } from "./properties";

const NO_PROPERTY = "PROPERTY_DOESNT_EXIST";

interface HubspotErrorBody {
  message?: string;
  category?: string;
  policyName?: string;
  errors?: {
    message?: string;
    code?: string;
    context?: Record<string, string[] | undefined>;
  }[];
}

/**
 * Reads HubSpot's error envelope; every field of it is optional.
 * @param record the record that the request was about, as the user knows it: `deal "Website"`
 */
export function readHubspotError(
  response: HttpResponse,
  record: string,
): ConnectorError {
  const body = (
    typeof response.body === "object" && response.body ? response.body : {}
  ) as HubspotErrorBody;
  const vendorText = plainMessage(body);
  const fail = (kind: ErrorKind, message: string, more = {}) =>
    new ConnectorError(kind, message, {
      vendor: "hubspot",
      status: response.status,
      vendorText,
      ...more,
    });

  switch (response.status) {
    case 401:
      return fail(
        "auth",
        "HubSpot no longer accepts this connection. Reconnect it; a service key can be rotated in HubSpot (Development > Keys > Service keys).",
      );
    case 403:
      return fail(
        "permission",
        `HubSpot refused access to ${record}: the connection lacks the scope ${missingScopes(body)}. Add it to the service key in HubSpot, or reconnect and allow it, then run this step again.`,
      );
    case 404:
      return fail(
        "notFound",
        `HubSpot has no ${record}, or it was deleted. Check the ID, or restore the record in HubSpot.`,
      );
    case 409:
      return fail("conflict", `HubSpot refused ${record}: ${vendorText}`);
    case 423:
      return fail(
        "busy",
        `HubSpot has locked ${record} for a moment. Run this step again.`,
        { retryAfterSeconds: 2 },
      );
    case 429:
      return body.policyName === "DAILY"
        ? fail(
            "rateLimit",
            "HubSpot's daily limit of API calls is used up. It starts again at midnight in the HubSpot account's time zone; run this step again then.",
            { dayLimit: true },
          )
        : fail(
            "rateLimit",
            "HubSpot's limit of API calls per second is reached; this step is tried again shortly.",
            { retryAfterSeconds: 10 },
          );
    case 477:
      return fail(
        "rateLimit",
        "HubSpot is moving this account to another data centre. Run this step again later.",
        { retryAfterSeconds: seconds(response.headers["retry-after"]) ?? 3600 },
      );
  }
  if (response.status >= 500) {
    return fail(
      "server",
      `HubSpot failed (${response.status}) on ${record}. Run this step again: nothing is made twice.`,
    );
  }
  const missing = missingProperty(body) ?? "";
  if (missing.startsWith("xero_"))
    return fail(
      "validation",
      `HubSpot has no property "${missing}". Run the action "Set Up HubSpot" once, then run this step again.`,
    );
  if (missing.startsWith(STAGE_ENTRY))
    return fail(
      "validation",
      `HubSpot has no property "${missing}", so it does not tell when deals entered this stage. Choose the pipeline and the stage again.`,
    );
  return fail("validation", `HubSpot refused ${record}: ${vendorText}`);
}

/** HubSpot packs the details of a refused value as JSON inside the message text. */
function innerErrors(
  message: string,
): { message?: string; error?: string; name?: string }[] {
  const start = message.indexOf("[");
  if (start < 0) return [];
  try {
    const parsed: unknown = JSON.parse(message.slice(start));
    return Array.isArray(parsed) ? parsed : [];
  } catch {
    return [];
  }
}

function plainMessage({ message = "", errors = [] }: HubspotErrorBody): string {
  const inner = innerErrors(message).flatMap((error) =>
    error.message ? [`${error.name ?? "property"}: ${error.message}`] : [],
  );
  const texts = inner.length
    ? inner
    : errors.flatMap((error) => (error.message ? [error.message] : []));
  const text = texts.length ? texts.join("; ") : message;
  return text.slice(0, 500) || "no reason given.";
}

/** Older answers name the property inside the message, newer ones in the error's context. */
function missingProperty({ message = "", errors = [] }: HubspotErrorBody) {
  return (
    innerErrors(message).find(({ error }) => error === NO_PROPERTY)?.name ??
    errors.find(({ code }) => code === NO_PROPERTY)?.context?.[
      "propertyName"
    ]?.[0]
  );
}

function missingScopes({ errors = [] }: HubspotErrorBody): string {
  const scopes = errors.flatMap(
    ({ context = {} }) =>
      context["requiredGranularScopes"] ?? context["requiredScopes"] ?? [],
  );
  return scopes.length ? scopes.join(" or ") : "that this record needs";
}

function seconds(header: string | undefined): number | undefined {
  return header && /^\d+$/.test(header) ? Number(header) : undefined;
}
