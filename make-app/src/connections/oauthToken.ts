import type { RequestDirective } from "../make/communication";
import type { Parameter } from "../make/parameter";

/** Users may bring an OAuth app of their own; else the app's own one is used. */
export const clientParams: readonly Parameter[] = [
  {
    name: "clientId",
    type: "text",
    label: "Client ID",
    help: "Only for an OAuth app of your own.",
    advanced: true,
    editable: true,
  },
  {
    name: "clientSecret",
    type: "password",
    label: "Client secret",
    help: "Only for an OAuth app of your own.",
    advanced: true,
    editable: true,
  },
  {
    name: "scopes",
    type: "array",
    label: "Additional scopes",
    help: "Only for calls of your own that need more.",
    advanced: true,
    editable: true,
    spec: [{ name: "value", type: "text", label: "Scope" }],
  },
];

export const CLIENT_ID = "{{ifempty(parameters.clientId, common.clientId)}}";
export const CLIENT_SECRET =
  "{{ifempty(parameters.clientSecret, common.clientSecret)}}";

/** The scopes of the modules in use, and those that the user added. */
export const SCOPE =
  "{{join(distinct(merge(oauth.scope, map(ifempty(parameters.scopes, emptyarray), 'value'))), ' ')}}";

/** Tokens and secrets never reach a log. */
const TOKEN_LOG = {
  sanitize: [
    "request.headers.authorization",
    "request.body.client_secret",
    "request.body.code",
    "request.body.refresh_token",
    "response.body.access_token",
    "response.body.refresh_token",
    "response.body.id_token",
  ],
};

/** It passes: Make tries again by itself. */
const OUTAGE = {
  message: "[{{statusCode}}] The sign-in service failed.",
  type: "ConnectionError" as const,
};

/**
 * A request for tokens. Whatever comes back replaces what is stored: both vendors may hand out a new refresh token,
 * after which the old one is worth nothing.
 * @param user what people must allow again after so many days without use
 */
export function tokenRequest(
  request: Pick<RequestDirective, "url" | "headers" | "body" | "condition">,
  days: number,
): RequestDirective {
  return {
    ...request,
    method: "POST",
    type: "urlencoded",
    response: {
      // An answer without a token must not replace the tokens that are stored.
      valid: "{{statusCode < 400 && !!body.access_token}}",
      data: {
        accessToken: "{{body.access_token}}",
        refreshToken: "{{ifempty(body.refresh_token, data.refreshToken)}}",
        expires: "{{addSeconds(now, body.expires_in)}}",
      },
      expires: `{{addDays(now, ${days})}}`,
      error: {
        message:
          "[{{statusCode}}] {{ifempty(body.error_description, ifempty(body.message, body.error))}}",
        type: "RuntimeError",
        "200": {
          message: "The sign-in was answered without a token.",
          type: "ConnectionError",
        },
        "400": {
          message:
            "The sign-in was refused ({{ifempty(body.error_description, ifempty(body.message, body.error))}}). Reconnect this connection.",
          type: "InvalidAccessTokenError",
        },
        "401": {
          message: "The sign-in was refused. Reconnect this connection.",
          type: "InvalidAccessTokenError",
        },
        "429": {
          message: "Too many sign-ins for a moment.",
          type: "RateLimitError",
        },
        "500": OUTAGE,
        "502": OUTAGE,
        "503": OUTAGE,
        "504": OUTAGE,
      },
    },
    log: TOKEN_LOG,
  };
}

/** Tokens of both vendors live for 30 minutes: they are renewed in the last third. */
export const NEARLY_EXPIRED = "{{data.expires < addMinutes(now, 10)}}";
