import type { Send } from "@hubspot-xero/shared/transport/send";
import type { ZObject } from "zapier-platform-core";
import { readHosts } from "./hosts";

/** Below Zapier's 30 seconds for a whole step, so that a vendor that hangs is reported and not just cut off. */
export const TIMEOUT_MS = 20_000;

/** The shared flows' transport over `z.request`. Redirects are not followed: no token may travel with one. */
export function createSend(z: ZObject): Send {
  return async ({ vendor, method, path, query, headers, body }) => {
    try {
      const response = await z.request({
        url: `${readHosts()[vendor]}${path}`,
        method,
        params: query as Record<string, string>,
        headers: { "Content-Type": "application/json", ...headers },
        body: body === undefined ? undefined : JSON.stringify(body),
        removeMissingValuesFrom: { params: true },
        redirect: "manual",
        timeout: TIMEOUT_MS,
        skipThrowForStatus: true,
      });
      return {
        status: response.status,
        headers: Object.fromEntries(response.headers.entries()),
        body: parse(response.content),
      };
    } catch (error) {
      // A refresh of Xero's token cannot mend a HubSpot key.
      if (vendor === "hubspot" && isRefusedToken(error))
        return { status: 401, headers: {}, body: undefined };
      throw error;
    }
  };
}

/** Core turns every 401 into the wish to refresh the token, whatever the request wants. */
export function isRefusedToken(error: unknown): boolean {
  return error instanceof Error && error.name === "RefreshAuthError";
}

function parse(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    return content;
  }
}
