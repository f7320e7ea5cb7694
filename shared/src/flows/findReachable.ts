import { describeCustomer, type Customer } from "../customer/customer";
import type { Deal } from "../deal/deal";
import type { RepeatingOptions } from "../repeating/options";
import { checkReachable } from "../repeating/checkReachable";
import type { Context } from "./context";
import { findContact, type ResolvedContact } from "./findOrCreateContact";
import { forDeal } from "./forDeal";

/**
 * The customer's contact, where Xero has it.
 * @throws ConnectorError `validation` where invoices are to be e-mailed and there is no address
 */
export async function findReachable(
  context: Context,
  deal: Deal,
  payer: Customer,
  { invoice: { customerMatch }, isSent }: RepeatingOptions,
): Promise<ResolvedContact | undefined> {
  try {
    const found = await findContact(context, payer, customerMatch);
    if (!isSent) return found;
    const who = describeCustomer(payer);
    const contact =
      found?.contact ??
      (found && (await context.xero.getContact(found.contactId, who)));
    checkReachable(payer, contact);
    return found;
  } catch (error) {
    throw forDeal(error, deal);
  }
}
