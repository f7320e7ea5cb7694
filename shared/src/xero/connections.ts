import { sendOrFail, type Send } from "../transport/send";
import { readXeroError } from "./readError";
import type { XeroConnection } from "./wire";

/** The organisations that a Xero token may use, or those allowed in one consent; needs no organisation itself. */
export async function listXeroConnections(
  send: Send,
  authEventId?: string,
): Promise<XeroConnection[]> {
  const response = await sendOrFail(
    send,
    {
      vendor: "xero",
      method: "GET",
      path: "/connections",
      query: { authEventId },
    },
    "Xero",
  );
  if (response.status !== 200 || !Array.isArray(response.body))
    throw readXeroError(response, "the list of organisations");
  return (response.body as XeroConnection[]).filter(
    ({ tenantType }) => tenantType === "ORGANISATION",
  );
}

/**
 * The organisation that the user has just chosen on Xero's consent page: the one of this consent, else the one that
 * was allowed last.
 * @param accessToken its claim `authentication_event_id` names the consent
 */
export async function chosenOrganisation(
  send: Send,
  accessToken: string,
): Promise<XeroConnection | undefined> {
  const consent = consentOf(accessToken);
  const chosen = consent ? await listXeroConnections(send, consent) : [];
  const candidates = chosen.length ? chosen : await listXeroConnections(send);
  return newestFirst(candidates)[0];
}

/** The connection that was allowed last comes first. */
export function newestFirst(
  connections: readonly XeroConnection[],
): XeroConnection[] {
  return [...connections].sort((a, b) =>
    (b.updatedDateUtc ?? "").localeCompare(a.updatedDateUtc ?? ""),
  );
}

/** A claim of the token, which is only read: Xero itself checks the token at every call. */
function consentOf(accessToken: string): string | undefined {
  try {
    const [, claims = ""] = accessToken.split(".");
    const text = atob(claims.replaceAll("-", "+").replaceAll("_", "/"));
    const { authentication_event_id: id } = JSON.parse(text) as {
      authentication_event_id?: unknown;
    };
    return typeof id === "string" ? id : undefined;
  } catch {
    return undefined;
  }
}
