import {
  chosenCreditType,
  creditChoices,
} from "@hubspot-xero/shared/allocation/creditChoices";
import {
  CREDIT_COLLECTIONS,
  openCreditsQuery,
} from "@hubspot-xero/shared/xero/creditCalls";
import type { Input } from "@hubspot-xero/shared/input/input";
import type { XeroCredit } from "@hubspot-xero/shared/xero/wire";

/** Where the credits of the chosen type are found, and how those that can be used are asked for; nothing without a type. */
export function creditList(parameters: Input) {
  const type = chosenCreditType(parameters);
  return (
    type && { collection: CREDIT_COLLECTIONS[type], ...openCreditsQuery(type) }
  );
}

/** The credits of the chosen type as the options of a list. */
export function creditOptions(
  parameters: Input,
  body: Record<string, XeroCredit[] | undefined>,
) {
  const type = chosenCreditType(parameters);
  if (!type) return [];
  const found = body[CREDIT_COLLECTIONS[type]] ?? [];
  return creditChoices(type, found).map(({ id, name }) => ({
    label: name,
    value: id,
  }));
}
