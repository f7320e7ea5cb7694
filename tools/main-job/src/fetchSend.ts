import { setTimeout as sleep } from "node:timers/promises";
import type { HttpRequest, Send } from "@hubspot-xero/shared/transport/send";

export interface Addresses {
  hubspot: string;
  xero: string;
}

/** The shared flows' transport over Node's own fetch, for command-line work. */
export function createFetchSend(addresses: Addresses, tokens: Addresses): Send {
  return async ({ vendor, method, path, query = {}, headers, body }) => {
    const url = new URL(`${addresses[vendor]}${path}`);
    for (const [key, value] of Object.entries(query))
      if (value !== undefined) url.searchParams.set(key, String(value));
    const response = await fetch(url, {
      method,
      redirect: "manual",
      signal: AbortSignal.timeout(30_000),
      headers: {
        Accept: "application/json",
        "Content-Type": "application/json",
        Authorization: `Bearer ${tokens[vendor]}`,
        ...headers,
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const text = await response.text();
    return {
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: parse(text),
    };
  };
}

/** The same transport, waiting where a vendor asks for a pause; a limit that lasts longer than two minutes is told. */
export function patient(send: Send): Send {
  return async (request) => {
    for (;;) {
      const response = await send(request);
      const seconds = Number(response.headers["retry-after"] ?? 10);
      if (response.status !== 429 || seconds > 120) return response;
      await sleep(seconds * 1000);
    }
  };
}

/** The same transport for looking only: whatever would change a record is refused here, before it leaves. */
export function readOnly(send: Send): Send {
  return (request) => {
    if (isRead(request)) return send(request);
    throw new Error(
      `${request.method} ${request.path} would write, and this is a dry run.`,
    );
  };
}

/** HubSpot reads and searches many records by POST. */
function isRead({ vendor, method, path }: HttpRequest): boolean {
  return (
    method === "GET" ||
    (vendor === "hubspot" &&
      method === "POST" &&
      /\/(search|batch\/read)$/.test(path))
  );
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
