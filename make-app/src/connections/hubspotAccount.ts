import type { ImlValue, RequestDirective } from "../make/communication";

/** Where HubSpot answers; kept with the connection. */
export const HUBSPOT_API = "https://api.hubapi.com";

/**
 * What the modules must know about the account is read once and kept with the connection: its time zone dates the
 * invoices, its currency is that of deals without one, and its address leads to the records.
 */
const hubspotFacts: Record<string, ImlValue> = {
  service: "hubspot",
  apiBase: HUBSPOT_API,
  portalId: "{{body.portalId}}",
  timeZone: "{{body.timeZone}}",
  companyCurrency: "{{body.companyCurrency}}",
  uiDomain: "{{body.uiDomain}}",
};

/** Reads the account, which also proves that the token works. */
export function readAccount(token: string): RequestDirective {
  return {
    url: `${HUBSPOT_API}/account-info/2026-09/details`,
    headers: { authorization: `Bearer ${token}` },
    response: {
      data: hubspotFacts,
      metadata: { type: "text", value: "HubSpot {{body.portalId}}" },
      uid: "{{body.portalId}}",
      error: {
        message:
          "[{{statusCode}}] {{hubspotProblem(statusCode, headers, body, 'the HubSpot account')}}",
        type: "RuntimeError",
        "401": {
          message:
            "{{hubspotProblem(statusCode, headers, body, 'the HubSpot account')}}",
          type: "InvalidAccessTokenError",
        },
        "429": {
          message:
            "{{hubspotProblem(statusCode, headers, body, 'the HubSpot account')}}",
          type: "RateLimitError",
        },
      },
    },
    log: { sanitize: ["request.headers.authorization"] },
  };
}

/** The account as the shared modules take it. */
export const ACCOUNT: ImlValue = {
  portalId: "{{connection.portalId}}",
  timeZone: "{{connection.timeZone}}",
  companyCurrency: "{{connection.companyCurrency}}",
  uiDomain: "{{connection.uiDomain}}",
};
