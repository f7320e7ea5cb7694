import type { Customer } from "../customer/customer";
import {
  customerFilter,
  eachOnce,
  type CustomerMatch,
} from "../customer/matchCustomer";
import { writeContact } from "../customer/writeContact";
import { anyOf } from "../xero/anyOf";
import type { XeroContact } from "../xero/wire";
import type { Context } from "./context";
import type { DealLedger } from "./dealLedger";
import {
  chooseContact,
  resolved,
  storedContact,
  type ResolvedContact,
} from "./findOrCreateContact";
import { forDeal } from "./forDeal";
import type { PlannedDeal } from "./planDeals";

/** A contact that is to be made; the deals of one customer share it. */
export interface NewContact {
  customer: Customer;
  wire: XeroContact;
}

/** A deal that nothing stands against. */
export interface PayableDeal extends PlannedDeal {
  contact: ResolvedContact | NewContact;
}

/**
 * The Xero contact of each deal's payer, as the same deals would find them one after the other: a contact that one
 * deal will make is there for the next.
 */
export async function findContacts(
  context: Context,
  planned: readonly PlannedDeal[],
  match: CustomerMatch,
  ledger: DealLedger,
): Promise<PayableDeal[]> {
  const sought = await ledger.each(planned, (entry) => ({
    deal: entry.deal,
    entry,
    filter: filterOf(entry),
  }));
  const known = eachOnce(
    await searchContacts(
      context,
      sought.flatMap(({ filter }) => filter ?? []),
    ),
  );
  const made = new Map<XeroContact, NewContact>();
  return ledger.each(sought, async ({ deal, entry }) => {
    const { payer } = entry;
    const stored = storedContact(payer);
    if (stored) return { ...entry, contact: stored };
    const found = await chooseContact(context, payer, known, match).catch(
      (error: unknown) => {
        throw forDeal(error, deal);
      },
    );
    if (found) {
      const contact = made.get(found) ?? resolved(found, "matched");
      return { ...entry, contact };
    }
    const contact = { customer: payer, wire: writeContact(payer) };
    const future = { ...contact.wire, ContactStatus: "ACTIVE" };
    made.set(future, contact);
    known.push(future);
    return { ...entry, contact };
  });
}

/** The filter for the Xero contacts that could be a deal's payer; none where its contact is stored. */
function filterOf({ deal, payer }: PlannedDeal): string | undefined {
  try {
    return storedContact(payer) ? undefined : customerFilter(payer);
  } catch (error) {
    throw forDeal(error, deal);
  }
}

/** All that any of the filters finds: by the filters, or by reading every contact where that takes fewer calls. */
async function searchContacts(
  { xero }: Pick<Context, "xero">,
  filters: readonly string[],
): Promise<XeroContact[]> {
  const queries = anyOf(filters);
  if (queries.length > 1) {
    const first = await xero.contactsPage(1);
    const { pageCount = Infinity } = first;
    if (pageCount <= queries.length) {
      const all = [...first.records];
      for (let page = 2; page <= pageCount; page += 1)
        all.push(...(await xero.contactsPage(page)).records);
      return all;
    }
  }
  const found: XeroContact[] = [];
  for (const where of queries)
    found.push(...(await xero.contactsPage(1, where)).records);
  return found;
}
