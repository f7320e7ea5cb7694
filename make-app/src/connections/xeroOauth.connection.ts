import type { OAuthConnection } from "../make/app";
import {
  CLIENT_ID,
  clientParams,
  NEARLY_EXPIRED,
  SCOPE,
  tokenRequest,
} from "./oauthToken";

const XERO_API = "https://api.xero.com";
const TOKEN_URL = "https://identity.xero.com/connect/token";
/** A Xero refresh token that is not used for so long is worth nothing. */
const DAYS = 60;

const basic =
  "Basic {{base64(ifempty(parameters.clientId, common.clientId) + ':' + ifempty(parameters.clientSecret, common.clientSecret))}}";

const LOST = "Xero no longer accepts this connection. Reconnect it.";

export const xeroOauth: OAuthConnection = {
  id: "xeroOauth",
  label: "Xero (OAuth)",
  service: "xero",
  type: "oauth",
  params: clientParams,
  scopes: {
    openid: "Sign in",
    profile: "Read the user's name",
    email: "Read the user's e-mail address",
    offline_access: "Stay connected",
    "accounting.contacts": "Find and create customers",
    "accounting.invoices": "Create invoices and credit notes",
    "accounting.payments":
      "Read payments, and set overpayments and prepayments against invoices",
    "accounting.settings.read": "Read accounts, tax rates and items",
  },
  defaultScopes: [
    "openid",
    "profile",
    "email",
    "offline_access",
    "accounting.contacts",
    "accounting.invoices",
    "accounting.payments",
    "accounting.settings.read",
  ],
  communication: {
    authorize: {
      url: "https://login.xero.com/identity/connect/authorize",
      qs: {
        response_type: "code",
        client_id: CLIENT_ID,
        redirect_uri: "{{oauth.localRedirectUri}}",
        scope: SCOPE,
      },
      response: { temp: { code: "{{query.code}}" } },
    },
    token: tokenRequest(
      {
        url: TOKEN_URL,
        headers: { authorization: basic },
        body: {
          grant_type: "authorization_code",
          code: "{{temp.code}}",
          redirect_uri: "{{oauth.localRedirectUri}}",
        },
      },
      DAYS,
    ),
    refresh: tokenRequest(
      {
        condition: NEARLY_EXPIRED,
        url: TOKEN_URL,
        headers: { authorization: basic },
        body: {
          grant_type: "refresh_token",
          refresh_token: "{{data.refreshToken}}",
        },
      },
      DAYS,
    ),
    info: {
      url: `${XERO_API}/connections`,
      headers: { authorization: "Bearer {{connection.accessToken}}" },
      response: {
        data: { service: "xero", apiBase: XERO_API },
        metadata: { type: "text", value: "{{body[1].tenantName}}" },
        uid: "{{body[1].tenantId}}",
        error: {
          message: "[{{statusCode}}] {{ifempty(body.Detail, body.detail)}}",
          type: "RuntimeError",
          "401": { message: LOST, type: "InvalidAccessTokenError" },
          "403": { message: LOST, type: "InvalidAccessTokenError" },
          "429": {
            message: "Xero allows no more calls for a moment.",
            type: "RateLimitError",
          },
        },
      },
      log: { sanitize: ["request.headers.authorization"] },
    },
  },
};
