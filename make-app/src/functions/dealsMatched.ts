import {
  describeCustomer,
  type Customer,
} from "@hubspot-xero/shared/customer/customer";
import {
  eachOnce,
  matchCustomer,
  mergedAway,
  readCustomerMatch,
} from "@hubspot-xero/shared/customer/matchCustomer";
import { writeContact } from "@hubspot-xero/shared/customer/writeContact";
import { forDeal } from "@hubspot-xero/shared/flows/forDeal";
import { ConnectorError } from "@hubspot-xero/shared/error/connectorError";
import { storedContact } from "@hubspot-xero/shared/flows/findOrCreateContact";
import type { Input } from "@hubspot-xero/shared/input/input";
import type { XeroContact } from "@hubspot-xero/shared/xero/wire";
import { attempt } from "./attempt";
import { eachOpen, type DealRow, type DealRows } from "./dealRows";

/**
 * The contact that is left where the customer's was merged into another.
 * @throws ConnectorError `conflict` where the searches did not find it: the module has no request to read it by
 */
function survivor(
  customer: Customer,
  known: readonly XeroContact[],
): XeroContact | undefined {
  const merged = mergedAway(customer, known);
  if (!merged) return undefined;
  const { Name = "", ContactID: gone = "", MergedToContactID: next } = merged;
  const left = known.find(
    ({ ContactID, ContactStatus }) =>
      ContactID === next && ContactStatus === "ACTIVE",
  );
  if (left) return left;
  throw new ConnectorError(
    "conflict",
    `The Xero contact "${Name}" (${gone}) of ${describeCustomer(customer)} was merged into contact ${next}. Put the ID of the contact that is left into Xero contact ID on the HubSpot record, then run this step again.`,
  );
}

/**
 * The contact of each payer, as the same deals would find them one after the other: one that an earlier deal will make
 * is there for the next.
 */
export function dealsMatched(
  deals: DealRows,
  found: readonly XeroContact[] | undefined,
  parameters: Input,
) {
  return attempt((): DealRows => {
    const match = readCustomerMatch(parameters);
    const known = eachOnce(found ?? []);
    const newContacts: XeroContact[] = [];
    const choose = ({ billing }: DealRow): Partial<DealRow> => {
      const customer = billing.customer!;
      const stored = storedContact(customer);
      if (stored)
        return { contactId: stored.contactId, contactOutcome: stored.outcome };
      const one =
        survivor(customer, known) ?? matchCustomer(customer, known, match);
      if (one?.ContactID)
        return { contactId: one.ContactID, contactOutcome: "matched" };
      if (one) return { newContact: one.ContactNumber };
      const wire = writeContact(customer);
      known.push({ ...wire, ContactStatus: "ACTIVE" });
      newContacts.push(wire);
      return { newContact: wire.ContactNumber };
    };
    const matched = eachOpen(deals, (row) => {
      try {
        return choose(row);
      } catch (error) {
        throw forDeal(error, row.billing.deal);
      }
    });
    return { ...matched, newContacts };
  });
}
