import { xeroContactEvent } from "../customer/xeroContactEvent";
import { pollChanges } from "./changedSince";
import type { Context } from "./context";

/** Xero's largest page: a backlog then comes in one poll, and an idle poll is as small. */
const PAGE_SIZE = 1000;

type PollContext = Pick<Context, "xero" | "cache" | "now">;
type ContactEvent = ReturnType<typeof xeroContactEvent>[number];

const filterOf = (customersOnly: boolean) =>
  customersOnly ? "IsCustomer==true" : undefined;

/**
 * Xero contacts that are new, changed, archived or merged since the last poll, newest change first. One request when
 * nothing happened. A new balance is no change to Xero, and neither is becoming a customer by a first invoice.
 * @param customersOnly leaves out contacts that were never invoiced
 */
export function listXeroContacts(
  context: PollContext,
  { customersOnly = false, populate = false } = {},
): Promise<ContactEvent[]> {
  const { xero } = context;
  const name = customersOnly ? "customers" : "contacts";
  return pollChanges(context, {
    name: `${name}-${xero.tenantId}`,
    pageSize: PAGE_SIZE,
    populate,
    list: (since, page) =>
      xero.changedContacts(
        { since, page, pageSize: PAGE_SIZE },
        filterOf(customersOnly),
      ),
    describe: async (wires) => {
      // Of a contact that was read twice while it changed, the later reading counts.
      const latest = new Map(wires.map((wire) => [wire.ContactID, wire]));
      return [...latest.values()].flatMap(xeroContactEvent).reverse();
    },
  });
}

/** The contacts that changed last, for an editor's sample. */
export async function sampleXeroContacts(
  { xero }: PollContext,
  limit: number,
  { customersOnly = false } = {},
): Promise<ContactEvent[]> {
  const newest = await xero.newestContacts(limit, filterOf(customersOnly));
  return newest.flatMap(xeroContactEvent);
}
