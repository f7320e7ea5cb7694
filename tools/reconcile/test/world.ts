import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createFixedClock } from "@hubspot-xero/sandbox/clock";
import { startSandbox, type Sandbox } from "@hubspot-xero/sandbox/sandbox";
import { agency } from "@hubspot-xero/sandbox/seed/agency";
import { createClients } from "../src/clients";
import { openJournal, type Outcome } from "../src/journal";
import { withLinkProperty } from "../src/linkProperty";
import { createPace, type Pace } from "../src/pace";
import type { Proposal } from "../src/proposal";
import { reconcile, type ReconcileOptions } from "../src/reconcile";

type Seed = Parameters<typeof withLinkProperty>[0];
type HubspotObjects = Seed["hubspot"]["objects"];
type XeroContacts = NonNullable<
  Seed["xero"]["organisations"][number]["contacts"]
>;

export interface Run {
  proposals: readonly Proposal[];
  outcomes: Outcome[];
  calls: Pace["calls"];
  /** How long the run took, in simulated milliseconds. */
  took: number;
}

export interface World {
  sandbox: Sandbox;
  /** A process of its own: it shares only the journal with the runs before. */
  run(options?: Partial<ReconcileOptions>): Promise<Run>;
  /** The Xero contact of a name, as it is now. */
  contact(
    name: string,
  ): ReturnType<Sandbox["xero"]["books"]>["contacts"][number];
}

const START = "2026-11-27T09:00:00Z";
let open: { sandbox: Sandbox; folder: string }[] = [];

afterEach(async () => {
  for (const { sandbox, folder } of open) {
    await sandbox.close();
    rmSync(folder, { recursive: true });
  }
  open = [];
});

/** Both accounts with exactly these customers, both vendors' limits in force, and time that passes in sleep alone. */
export async function openWorld(
  objects: HubspotObjects,
  contacts: XeroContacts,
  {
    callTakes = 0,
    ...limits
  }: {
    hubspotLimits?: object;
    xeroLimits?: object;
    /** Simulated milliseconds; in none at all, whatever happens between two pauses happens at one instant. */
    callTakes?: number;
  } = {},
): Promise<World> {
  const { hubspot, xero } = withLinkProperty(agency());
  const clock = createFixedClock(START);
  const sandbox = await startSandbox({
    clock,
    seed: {
      hubspot: { ...hubspot, objects },
      xero: {
        ...xero,
        organisations: xero.organisations.map((organisation) => ({
          ...organisation,
          contacts,
        })),
      },
    },
    ...limits,
  });
  const folder = mkdtempSync(path.join(tmpdir(), "reconcile-"));
  open.push({ sandbox, folder });
  // The records are older than the run.
  clock.advance(3_600_000);
  const [tenantId = ""] = Object.keys(sandbox.xero.state.organisations);
  const now = () => clock.now().getTime();
  return {
    sandbox,
    run: async (options = {}) => {
      const pace = createPace({
        now: () => {
          clock.advance(callTakes);
          return now();
        },
        sleep: (milliseconds) => Promise.resolve(clock.advance(milliseconds)),
      });
      const clients = createClients({
        addresses: { hubspot: sandbox.hubspot.url, xero: sandbox.xero.url },
        tokens: {
          hubspot: sandbox.hubspot.token,
          xero: sandbox.xero.issueToken().access_token,
        },
        tenantId,
      });
      const journal = openJournal(
        path.join(folder, "journal.jsonl"),
        "test",
        clock.now().toISOString(),
      );
      let proposals: readonly Proposal[] = [];
      const before = now();
      const outcomes = await reconcile(
        { clients, pace, journal, progress: () => undefined },
        {
          write: true,
          customerMatch: "email",
          companyMatch: "name",
          propose: (proposed) => void (proposals = proposed),
          ...options,
        },
      );
      return {
        proposals,
        outcomes: outcomes.map(({ key, problem }) => ({
          key,
          ...(problem && { problem }),
        })),
        calls: pace.calls,
        took: now() - before,
      };
    },
    contact: (name) => {
      const found = sandbox.xero
        .books()
        .contacts.find(({ Name }) => Name === name);
      if (!found) throw new Error(`No contact ${name} in the books`);
      return found;
    },
  };
}

export function company(
  id: string,
  name: string,
  more: Record<string, string> = {},
): HubspotObjects[number] {
  return { type: "companies", id, properties: { name, ...more } };
}

export function person(
  id: string,
  firstname: string,
  email: string,
  more: Record<string, string> = {},
): HubspotObjects[number] {
  return {
    type: "contacts",
    id,
    properties: { firstname, ...(email && { email }), ...more },
  };
}
