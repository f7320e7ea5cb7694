import type { Customer } from "../customer/customer";
import { customerFilter } from "../customer/matchCustomer";
import { choice, type Input } from "../input/input";
import { sameText } from "../text/text";
import type { XeroContact } from "../xero/wire";
import type { Context } from "./context";

/** The active Xero contacts that have the customer's e-mail address, or its name where that is the key or no address is known. */
export async function findXeroContact(
  { xero }: Pick<Context, "xero">,
  customer: Customer,
  input: Input,
): Promise<XeroContact[]> {
  const match = choice(
    input,
    "customerMatch",
    ["email", "company_name"] as const,
    "email",
  );
  const { email, name } = customer;
  const found = await xero.findContacts(
    customerFilter(customer),
    { whole: true },
    "contacts",
  );
  return found.filter(
    ({ ContactStatus, EmailAddress = "", Name = "" }) =>
      ContactStatus === "ACTIVE" &&
      (match === "email" && email
        ? sameText(EmailAddress, email)
        : sameText(Name, name)),
  );
}
