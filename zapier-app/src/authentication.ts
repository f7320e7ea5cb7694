import { chosenOrganisation } from "@hubspot-xero/shared/xero/connections";
import { XERO_SCOPES } from "@hubspot-xero/shared/xero/scopes";
import type { Authentication, Bundle, ZObject } from "zapier-platform-core";
import { checkConnection } from "@hubspot-xero/shared/flows/checkConnection";
import { perform } from "./connection";
import { inZapierTerms } from "./http/errors";
import { readHosts } from "./http/hosts";
import { createSend, isRefusedToken, TIMEOUT_MS } from "./http/send";

/** Xero's consent page. Scopes are parted by %20: Xero does not read a plus sign as a space. */
async function authorizeUrl(_z: ZObject, bundle: Bundle): Promise<string> {
  const query = Object.entries({
    response_type: "code",
    client_id: process.env["CLIENT_ID"] ?? "",
    redirect_uri: String(bundle.inputData["redirect_uri"]),
    scope: XERO_SCOPES.join(" "),
    state: String(bundle.inputData["state"]),
  })
    .map(([key, value]) => `${key}=${encodeURIComponent(value)}`)
    .join("&");
  return `${readHosts().xeroLogin}/identity/connect/authorize?${query}`;
}

async function requestToken(z: ZObject, form: Record<string, string>) {
  const client = `${process.env["CLIENT_ID"]}:${process.env["CLIENT_SECRET"]}`;
  const response = await z
    .request({
      method: "POST",
      url: `${readHosts().xeroIdentity}/connect/token`,
      form,
      redirect: "manual",
      timeout: TIMEOUT_MS,
      headers: {
        Authorization: `Basic ${Buffer.from(client).toString("base64")}`,
      },
      skipThrowForStatus: true,
    })
    .catch((error: unknown) => {
      if (isRefusedToken(error)) return { status: 401, data: {} };
      throw error;
    });
  const { access_token, refresh_token } = (
    response.status === 200 ? response.data : {}
  ) as { access_token?: string; refresh_token?: string };
  if (access_token && refresh_token) return { access_token, refresh_token };
  // 400 is Xero's word on the grant itself; anything else says nothing about the connection.
  if (response.status === 400) {
    throw new z.errors.ExpiredAuthError(
      "Xero did not accept the connection. Reconnect it, and choose the same organisation.",
    );
  }
  throw new z.errors.Error(
    `Xero's sign-in failed (${response.status}). Try again in a few minutes.`,
    "vendor_unavailable",
    response.status,
  );
}

/** Exchanges the code, and keeps the organisation that was just allowed as the connection's first. */
const getAccessToken = inZapierTerms(async (z, bundle) => {
  const tokens = await requestToken(z, {
    grant_type: "authorization_code",
    code: String(bundle.inputData["code"]),
    redirect_uri: String(bundle.inputData["redirect_uri"]),
  });
  const send = createSend(z);
  const organisation = await chosenOrganisation(
    (request) =>
      send({
        ...request,
        headers: { Authorization: `Bearer ${tokens.access_token}` },
      }),
    tokens.access_token,
  );
  return { ...tokens, organisation_id: organisation?.tenantId ?? "" };
});

/** Xero's refresh tokens rotate: the new one must be kept. */
const refreshAccessToken = inZapierTerms((z, bundle) =>
  requestToken(z, {
    grant_type: "refresh_token",
    refresh_token: bundle.authData["refresh_token"] ?? "",
  }),
);

const authentication = {
  type: "oauth2",
  fields: [
    {
      key: "hubspot_token",
      label: "HubSpot Service Key",
      type: "password",
      required: true,
      helpText:
        "In HubSpot, open Development > Keys > Service keys and create a key with the scopes named in the [guide to service keys](https://developers.hubspot.com/docs/apps/developer-platform/build-apps/authentication/account-service-keys). A private app token works too.",
    },
    { key: "organisation_id", required: false, computed: true },
  ],
  oauth2Config: {
    authorizeUrl,
    getAccessToken,
    refreshAccessToken,
    autoRefresh: true,
  },
  test: perform((context) => checkConnection(context)),
  connectionLabel: "{{organisation_name}} / HubSpot {{hubspot_account}}",
} satisfies Authentication;

export default authentication;
