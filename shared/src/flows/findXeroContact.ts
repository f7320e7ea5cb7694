import type { Customer } from "../customer/customer";
import { readCustomerMatch } from "../customer/matchCustomer";
import type { Input } from "../input/input";
import type { XeroContact } from "../xero/wire";
import type { Context } from "./context";
import { searchContact } from "./findOrCreateContact";

/**
 * The Xero contact that an invoice to this customer would go to, by the same rule; none where it would be created.
 * @throws ConnectorError `conflict` when several could be meant: a search that picked one would bill the wrong customer
 */
export async function findXeroContact(
  context: Pick<Context, "xero">,
  customer: Customer,
  input: Input,
): Promise<XeroContact[]> {
  const match = readCustomerMatch(input);
  const found = await searchContact(context, customer, match, { whole: true });
  return found ? [found] : [];
}
