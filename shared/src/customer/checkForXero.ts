import { validation } from "../error/connectorError";
import { describeCustomer, type Customer } from "./customer";

/** Cut short, a number would be another one. */
const LONGEST_NUMBER = 50;
const LONGEST_EMAIL = 255;

/** A value that cannot be cleaned without becoming something else. */
interface Refusal {
  field: "email" | "taxNumber" | "accountNumber";
  what: string;
  /** Follows the name of the value: `is longer than ...`. */
  why: string;
}

/**
 * Refuses what cannot be cleaned without becoming something else, before anything is written.
 * @throws ConnectorError `validation` for an e-mail address with letters that Xero refuses, and for a tax or account
 *   number or an e-mail address that is too long
 */
export function checkForXero(customer: Customer): void {
  const [refusal] = refusedByXero(customer);
  if (!refusal) return;
  throw validation(
    `The ${refusal.what} of ${describeCustomer(customer)} ${refusal.why}. Correct it in HubSpot or in this step, then run it again.`,
  );
}

/** Every value that {@link checkForXero} refuses. */
export function refusedByXero({
  email = "",
  taxNumber = "",
  accountNumber = "",
}: Customer): Refusal[] {
  const [letter] = /[^\x21-\x7e]/.exec(email.trim()) ?? [];
  const long = (most: number) => `is longer than Xero's ${most} characters`;
  const rules: readonly (readonly [boolean, Refusal])[] = [
    [
      letter !== undefined,
      {
        field: "email",
        what: `e-mail address ${email}`,
        why: `has the character "${letter ?? ""}", which Xero takes in no e-mail address`,
      },
    ],
    [
      email.length > LONGEST_EMAIL,
      { field: "email", what: "e-mail address", why: long(LONGEST_EMAIL) },
    ],
    [
      taxNumber.trim().length > LONGEST_NUMBER,
      { field: "taxNumber", what: "tax number", why: long(LONGEST_NUMBER) },
    ],
    [
      accountNumber.trim().length > LONGEST_NUMBER,
      {
        field: "accountNumber",
        what: "account number",
        why: long(LONGEST_NUMBER),
      },
    ],
  ];
  return rules.flatMap(([isBroken, refusal]) => (isBroken ? [refusal] : []));
}
