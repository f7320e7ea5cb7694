import type { OAuthConnection } from "../make/app";
import { HUBSPOT_API, readAccount } from "./hubspotAccount";
import {
  CLIENT_ID,
  CLIENT_SECRET,
  clientParams,
  NEARLY_EXPIRED,
  SCOPE,
  tokenRequest,
} from "./oauthToken";

const TOKEN_URL = `${HUBSPOT_API}/oauth/2026-09/token`;
/** HubSpot's refresh tokens do not expire; Make wants a day. */
const DAYS = 365;

export const hubspotOauth: OAuthConnection = {
  id: "hubspotOauth",
  label: "HubSpot (OAuth)",
  service: "hubspot",
  type: "oauth",
  params: clientParams,
  scopes: {
    oauth: "Connect with the account",
    "crm.objects.deals.read": "Read deals",
    "crm.objects.deals.write": "Write billing figures onto deals",
    "crm.objects.line_items.read": "Read the lines of deals",
    "crm.objects.companies.read": "Read the companies that pay",
    "crm.objects.companies.write": "Create and update companies and their link",
    "crm.objects.contacts.read": "Read the people who pay",
    "crm.objects.contacts.write":
      "Create and update people and their link, leave notes on deals",
    "crm.objects.products.read": "Read products",
    "crm.objects.products.write": "Create and update products",
    "crm.schemas.deals.read": "See which properties deals have",
    "crm.schemas.deals.write": "Create the billing properties of deals",
    "crm.schemas.companies.write": "Create the Xero link of companies",
    "crm.schemas.contacts.write": "Create the Xero link of contacts",
  },
  defaultScopes: [
    "oauth",
    "crm.objects.deals.read",
    "crm.objects.deals.write",
    "crm.objects.line_items.read",
    "crm.objects.companies.read",
    "crm.objects.contacts.read",
    "crm.schemas.deals.read",
    "crm.schemas.deals.write",
    "crm.schemas.companies.write",
    "crm.schemas.contacts.write",
  ],
  communication: {
    authorize: {
      url: "https://app.hubspot.com/oauth/authorize",
      qs: {
        client_id: CLIENT_ID,
        redirect_uri: "{{oauth.localRedirectUri}}",
        scope: SCOPE,
      },
      response: { temp: { code: "{{query.code}}" } },
    },
    token: tokenRequest(
      {
        url: TOKEN_URL,
        body: {
          grant_type: "authorization_code",
          client_id: CLIENT_ID,
          client_secret: CLIENT_SECRET,
          redirect_uri: "{{oauth.localRedirectUri}}",
          code: "{{temp.code}}",
        },
      },
      DAYS,
    ),
    refresh: tokenRequest(
      {
        condition: NEARLY_EXPIRED,
        url: TOKEN_URL,
        body: {
          grant_type: "refresh_token",
          client_id: CLIENT_ID,
          client_secret: CLIENT_SECRET,
          refresh_token: "{{data.refreshToken}}",
        },
      },
      DAYS,
    ),
    info: readAccount("{{connection.accessToken}}"),
  },
};
