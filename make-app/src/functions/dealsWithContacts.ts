import { describeCustomer } from "@hubspot-xero/shared/customer/customer";
import { forDeal } from "@hubspot-xero/shared/flows/forDeal";
import { untold } from "@hubspot-xero/shared/invoice/createdInvoice";
import { checkElement } from "@hubspot-xero/shared/xero/refusal";
import type { XeroContact } from "@hubspot-xero/shared/xero/wire";
import { eachOpen, withAnswer, type DealRows } from "./dealRows";

/**
 * Gives the deals the contacts that were created for them. One that may or may not have been created ends the run: the
 * next finds it, and sends the invoices unchanged.
 */
export function dealsWithContacts(
  deals: DealRows,
  elements: readonly XeroContact[] | undefined,
) {
  return withAnswer(elements, "the new contacts", (contacts) => {
    const created = (number: string) =>
      contacts.find(({ ContactNumber }) => ContactNumber === number) ?? {};
    const done = eachOpen(deals, ({ billing, newContact }) => {
      if (!newContact) return {};
      const element = created(newContact);
      try {
        checkElement(element, describeCustomer(billing.customer!));
      } catch (error) {
        throw forDeal(error, billing.deal);
      }
      return { contactId: element.ContactID, contactOutcome: "created" };
    });
    const lost = done.rows.find(
      (row) => row.newContact && !row.contactId && !row.failure,
    );
    if (lost) throw untold(describeCustomer(lost.billing.customer!));
    return done;
  });
}
