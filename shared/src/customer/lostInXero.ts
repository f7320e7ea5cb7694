import { truncate } from "../text/text";
import type { CustomerField } from "./cleanCustomer";
import type { Customer } from "./customer";
import { readXeroContact } from "./readXeroContact";
import { refusedByXero } from "./checkForXero";
import { writeContact } from "./writeContact";

/** What a customer's Xero contact does not hold as HubSpot has it. */
export interface Lost {
  /** `postal code` */
  field: string;
  from: string;
  /** What Xero gets; absent where it gets nothing. */
  to?: string;
  reason: "refused" | "no place" | "cut" | "cleaned";
  /** For people. */
  sentence: string;
}

type Value = Exclude<CustomerField, "street"> | "line1" | "line2" | "website";

/** Values as people call them, and the fields by which a step chooses what it writes; Xero's API writes no website. */
const FIELDS: readonly (readonly [Value, string, CustomerField?])[] = [
  ["name", "name", "name"],
  ["firstName", "first name", "firstName"],
  ["lastName", "last name", "lastName"],
  ["email", "e-mail address", "email"],
  ["phone", "phone", "phone"],
  ["mobile", "mobile phone", "mobile"],
  ["line1", "address line 1", "street"],
  ["line2", "address line 2", "street"],
  ["city", "city", "city"],
  ["region", "state or region", "region"],
  ["postalCode", "postal code", "postalCode"],
  ["country", "country", "country"],
  ["taxNumber", "tax number", "taxNumber"],
  ["accountNumber", "account number", "accountNumber"],
  ["currency", "currency", "currency"],
  ["website", "website"],
];

/**
 * Every value of a customer that Xero does not get as it is: it is found by reading back what would be written, so that
 * no rule of writing is told twice. Case and outer blanks are no loss.
 * @param only the fields that the step writes; all where absent
 */
export function lostInXero(
  customer: Customer,
  only?: readonly CustomerField[],
): Lost[] {
  const given = values(customer);
  const written = values(readXeroContact(writeContact(customer)));
  const refusals = refusedByXero(customer);
  return FIELDS.flatMap(([key, field, chosen]) => {
    const from = given[key]?.trim();
    const to = written[key]?.trim();
    if (!from || (only && !(chosen && only.includes(chosen)))) return [];
    const refusal = refusals.find((each) => each.field === key);
    if (refusal) return lost({ field, from, reason: "refused" }, refusal.why);
    if (from.toLowerCase() === to?.toLowerCase()) return [];
    if (!to) return lost({ field, from, reason: "no place" });
    const isCut = to.endsWith("…") && to.length < from.length;
    return lost({ field, from, to, reason: isCut ? "cut" : "cleaned" });
  });
}

/** The same in sentences; empty where nothing is lost. */
export function notCarried(
  customer: Customer,
  only?: readonly CustomerField[],
): string {
  return lostInXero(customer, only)
    .map(({ sentence }) => sentence)
    .join(" ");
}

function lost(found: Omit<Lost, "sentence">, why = ""): Lost[] {
  const { field, from, to = "", reason } = found;
  const name = `${field.charAt(0).toUpperCase()}${field.slice(1)}`;
  const quoted = (value: string) => `"${truncate(value, 60)}"`;
  const sentence = {
    refused: `${name} ${quoted(from)} ${why}: correct it, or the customer is refused.`,
    "no place": `${name} ${quoted(from)} has no place: Xero lets no app write it.`,
    cut: `${name} ${quoted(from)} is cut to Xero's ${to.length} characters.`,
    cleaned: `${name} ${quoted(from)} becomes ${quoted(to)}.`,
  }[reason];
  return [{ ...found, sentence }];
}

/** All values of a customer by their keys, the address among them; a second line without a first one is the first. */
function values(customer: Customer): Partial<Record<Value, string>> {
  const { address = {}, writtenName, name } = customer;
  const { line1, line2 } = address;
  const [first, second] = [line1, line2].filter((line) => line?.trim());
  return {
    ...customer,
    ...address,
    name: writtenName ?? name,
    line1: first,
    line2: second,
  };
}
