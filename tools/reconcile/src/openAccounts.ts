import { mkdirSync, rmSync } from "node:fs";
import path from "node:path";
import { createHubspotClient } from "@hubspot-xero/shared/hubspot/client";
import { startSandbox } from "@hubspot-xero/sandbox/sandbox";
import { agency } from "@hubspot-xero/sandbox/seed/agency";
import { readHosts } from "../../../zapier-app/src/http/hosts";
import { createFetchSend } from "../../main-job/src/fetchSend";
import { findOrganisation, readTokens } from "../../main-job/src/liveAccounts";
import { createClients, type Clients } from "./clients";
import { withLinkProperty } from "./linkProperty";
import type { Pace } from "./pace";

const FOLDER = path.resolve(__dirname, "../../..");

export interface OpenAccounts {
  clients: Clients;
  /** Which accounts they are, for people and for the journal. */
  account: string;
  journalFile: string;
}

/** The real accounts that the environment names: two calls. */
export async function openLive(pace: Pace): Promise<OpenAccounts> {
  const tokens = readTokens();
  const addresses = readHosts();
  const send = createFetchSend(addresses, tokens);
  const { portalId } = await pace.call("hubspot", "the account", () =>
    createHubspotClient({ send }).account(),
  );
  const { tenantId, tenantName = tenantId } = await pace.call(
    "xero",
    "the list of organisations",
    () => findOrganisation(send),
  );
  return {
    clients: createClients({ addresses, tokens, tenantId }),
    // Two organisations may share a name; a demo company is another one after each reset.
    account: `HubSpot ${portalId} and Xero ${tenantName} (${tenantId})`,
    journalFile: path.join(FOLDER, ".reconcile/journal.jsonl"),
  };
}

/** A local HubSpot and Xero with the books of a small agency, which are kept for the next run. */
export async function openSandbox({
  fresh,
}: {
  fresh: boolean;
}): Promise<OpenAccounts & { close(): Promise<void> }> {
  const stateFile = path.join(FOLDER, ".sandbox/reconcile.json");
  mkdirSync(path.dirname(stateFile), { recursive: true });
  if (fresh) rmSync(stateFile, { force: true });
  const sandbox = await startSandbox({
    seed: withLinkProperty(agency()),
    stateFile,
  });
  const { hubspot, xero } = sandbox;
  const [tenantId = ""] = Object.keys(xero.state.organisations);
  return {
    clients: createClients({
      addresses: { hubspot: hubspot.url, xero: xero.url },
      tokens: {
        hubspot: hubspot.token,
        xero: xero.issueToken().access_token,
      },
      tenantId,
    }),
    account: "the sandbox",
    journalFile: path.join(FOLDER, ".sandbox/reconcile-journal.jsonl"),
    close: sandbox.close,
  };
}
