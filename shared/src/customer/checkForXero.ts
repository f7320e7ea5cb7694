import { validation } from "../error/connectorError";
import { describeCustomer, type Customer } from "./customer";

/** Cut short, a number would be another one. */
const LONGEST_NUMBER = 50;
const LONGEST_EMAIL = 255;

/**
 * Refuses what cannot be cleaned without becoming something else, before anything is written.
 * @throws ConnectorError `validation` for an e-mail address with letters that Xero refuses, and for a tax or account
 *   number or an e-mail address that is too long
 */
export function checkForXero(customer: Customer): void {
  const { email = "", taxNumber = "", accountNumber = "" } = customer;
  const refuse = (what: string, why: string) => {
    throw validation(
      `The ${what} of ${describeCustomer(customer)} ${why}. Correct it in HubSpot or in this step, then run it again.`,
    );
  };
  const [letter] = /[^\x21-\x7e]/.exec(email.trim()) ?? [];
  if (letter)
    refuse(
      `e-mail address ${email}`,
      `has the character "${letter}", which Xero takes in no e-mail address`,
    );
  if (email.length > LONGEST_EMAIL)
    refuse(
      "e-mail address",
      `is longer than Xero's ${LONGEST_EMAIL} characters`,
    );
  if (taxNumber.trim().length > LONGEST_NUMBER)
    refuse("tax number", `is longer than Xero's ${LONGEST_NUMBER} characters`);
  if (accountNumber.trim().length > LONGEST_NUMBER)
    refuse(
      "account number",
      `is longer than Xero's ${LONGEST_NUMBER} characters`,
    );
}
