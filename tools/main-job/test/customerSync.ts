import type { Person } from "@hubspot-xero/sandbox/xero/person";
import type { MeteredCall } from "@hubspot-xero/sandbox/meter";
import { errorMessage } from "../src/zapier";
import { openWorld, type World } from "./world";

export type RecordType = "company" | "contact";
export const OBJECTS = { company: "companies", contact: "contacts" } as const;

interface Event {
  id: string;
  type?: RecordType;
  hubspot_id?: string;
  contact_id?: string;
}

export interface Office {
  world: World;
  person: Person;
  /** Every sentence with which a step stopped. */
  refusals: string[];
  /** Runs both triggers' new events of one side through the action on the other. */
  toXero(): Promise<void>;
  toHubspot(): Promise<void>;
  upsertContact(type: RecordType, hubspotId: string): Promise<Step>;
  upsertCustomer(contactId: string): Promise<Step>;
  /** Time passes: what was written becomes visible to search. */
  later(milliseconds?: number): void;
}

export interface Step {
  outcome?: string;
  changed_fields?: string;
  hubspot_id?: string;
  id?: string;
  sentence?: string;
}

/** HubSpot's search shows what was written after so long. */
export const LAG = 20_000;

/** An empty agency with Zaps in both directions, for companies and people. */
export async function openOffice(
  inputData: Record<string, unknown> = {},
): Promise<Office> {
  const world = await openWorld({ searchLagMs: LAG });
  const { sandbox, zapier, authData } = world;
  const seen = new Set<string>();
  const refusals: string[] = [];
  const fresh = async (key: string, input: Record<string, unknown> = {}) => {
    const events = await zapier.run<Event[]>("triggers", key, {
      authData,
      inputData: input,
    });
    const news = events.filter(({ id }) => !seen.has(`${key}:${id}`));
    for (const { id } of news) seen.add(`${key}:${id}`);
    return news.reverse();
  };
  const act = (key: string, input: Record<string, unknown>) => {
    sandbox.clock.advance(10);
    return zapier
      .run<Step>("creates", key, {
        authData,
        inputData: { ...inputData, ...input },
      })
      .catch((error: Error): Step => {
        const sentence = errorMessage(error);
        refusals.push(sentence);
        return { sentence };
      });
  };
  const office: Office = {
    world,
    person: sandbox.xero.person(),
    refusals,
    later: (milliseconds = LAG + 1000) => sandbox.clock.advance(milliseconds),
    upsertContact: (customer_type, hubspot_id) =>
      act("upsert_xero_contact", { customer_type, hubspot_id }),
    upsertCustomer: (contact_id) =>
      act("upsert_hubspot_customer", { contact_id }),
    toXero: async () => {
      for (const customer_type of ["company", "contact"] as const)
        for (const event of await fresh("hubspot_customer_updated", {
          customer_type,
        }))
          await office.upsertContact(customer_type, event.hubspot_id ?? "");
    },
    toHubspot: async () => {
      for (const event of await fresh("xero_contact_updated"))
        await office.upsertCustomer(event.contact_id ?? "");
    },
  };
  // What the agency has is no news.
  for (const customer_type of ["company", "contact"])
    await fresh("hubspot_customer_updated", { customer_type });
  await fresh("xero_contact_updated");
  return office;
}

export const writes = (calls: readonly MeteredCall[]): MeteredCall[] =>
  calls.filter(
    ({ method, path }) => method !== "GET" && !path.endsWith("/search"),
  );
