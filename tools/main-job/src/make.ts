import { join } from "node:path";
import type { AppRunner } from "@hubspot-xero/make-runner/run/AppRunner";
import type { Connection } from "@hubspot-xero/make-runner/run/connection/connection";
import type { LogEntry } from "@hubspot-xero/make-runner/run/log/logEntry";
import { openApp } from "@hubspot-xero/make-runner/run/openApp";
import { fetchSend } from "@hubspot-xero/make-runner/run/transport/fetchSend";
import { loadTree } from "@hubspot-xero/make-runner/tree/loadTree";
import type { Sandbox } from "@hubspot-xero/sandbox/sandbox";

/** The tree that `npm run build` made, as it would be deployed. */
export const MAKE_TREE = join(__dirname, "../../../make-app/dist");

/** Make's side of a scenario: the built app, its connections made, its vendors answered by the sandbox. */
export interface Make {
  app: AppRunner;
  connections: { hubspot: Connection; xero: Connection };
  /** Every request as Make's own log would show it. */
  log: LogEntry[];
}

/** Opens the app and connects as a user would: the service key is typed in, Xero's consent page is followed. */
export async function openMake(
  { environment, hubspot }: Sandbox,
  now: () => Date,
): Promise<Make> {
  const xeroUrl = environment["SANDBOX_XERO_URL"]!;
  const log: LogEntry[] = [];
  const app = openApp(loadTree(MAKE_TREE), {
    send: fetchSend({
      "https://api.hubapi.com": environment["SANDBOX_HUBSPOT_URL"]!,
      "https://api.xero.com": xeroUrl,
      "https://identity.xero.com": xeroUrl,
      "https://login.xero.com": xeroUrl,
    }),
    now,
    timezone: "Europe/London",
    log: (entry) => log.push(entry),
    common: {
      connections: {
        xeroOauth: {
          clientId: environment["CLIENT_ID"],
          clientSecret: environment["CLIENT_SECRET"],
        },
      },
    },
  });
  const consent = await app.authorize("xeroOauth", {});
  const local = new URL(consent.url);
  const page = await fetch(`${xeroUrl}${local.pathname}${local.search}`, {
    redirect: "manual",
  });
  const returned = new URL(page.headers.get("location") ?? "");
  return {
    app,
    connections: {
      hubspot: await app.connect("hubspotServiceKey", {
        serviceKey: hubspot.token,
      }),
      xero: await consent.complete(Object.fromEntries(returned.searchParams)),
    },
    log,
  };
}
