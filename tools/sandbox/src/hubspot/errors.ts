import { randomUUID } from "node:crypto";
import type { ContentfulStatusCode } from "hono/utils/http-status";

export type ErrorBody = Record<string, unknown> & { message: string };

/** An answer that is an error, in HubSpot's envelope. */
export class HubspotError extends Error {
  readonly body: ErrorBody;

  constructor(
    readonly status: ContentfulStatusCode,
    body: ErrorBody,
  ) {
    super(body.message);
    this.body = { status: "error", correlationId: randomUUID(), ...body };
  }
}

/** One property that could not be written. */
export interface PropertyProblem {
  name: string;
  message: string;
  error: string;
}

export function unauthenticated(): HubspotError {
  return new HubspotError(401, {
    message:
      "Authentication credentials not found. This API supports OAuth 2.0 authentication and you can find more details at https://developers.hubspot.com/docs/methods/auth/oauth-overview",
    category: "INVALID_AUTHENTICATION",
  });
}

export function missingScopes(scopes: string[]): HubspotError {
  return new HubspotError(403, {
    message:
      "This app hasn't been granted all required scopes to make this call. Read more about required scopes here: https://developers.hubspot.com/scopes.",
    errors: [
      {
        message: "One or more of the following scopes are required.",
        context: { requiredGranularScopes: scopes },
      },
    ],
    links: { scopes: "https://developers.hubspot.com/scopes" },
    category: "MISSING_SCOPES",
  });
}

export function notFound(message = "resource not found"): HubspotError {
  return new HubspotError(404, { message, category: "OBJECT_NOT_FOUND" });
}

export function invalid(
  message: string,
  more: Record<string, unknown> = {},
): HubspotError {
  return new HubspotError(400, {
    message,
    ...more,
    category: "VALIDATION_ERROR",
  });
}

/** HubSpot sends the details twice: as JSON inside the message, and under `errors`. */
export function invalidProperties(
  problems: PropertyProblem[],
  portalId: number,
): HubspotError {
  const inside = problems.map(({ name, message, error }) => ({
    isValid: false,
    message,
    error,
    name,
    localizedErrorMessage: message,
    portalId,
  }));
  return invalid(`Property values were not valid: ${JSON.stringify(inside)}`, {
    errors: problems.map(({ name, message, error }) => ({
      message,
      code: error,
      context: { propertyName: [name] },
    })),
  });
}

export function conflict(message: string): HubspotError {
  return new HubspotError(409, { message, category: "CONFLICT" });
}

export function alreadyExists(message: string): HubspotError {
  return new HubspotError(409, { message, category: "OBJECT_ALREADY_EXISTS" });
}
