import { cleanName, truncate } from "../text/text";
import type { Customer } from "./customer";
import { sameCountry } from "./sameCountry";

/** The fields that both vendors hold, flat. The street is all address lines in one text: HubSpot has one or two, Xero four. */
export const CUSTOMER_FIELDS = [
  "name",
  "firstName",
  "lastName",
  "email",
  "phone",
  "mobile",
  "street",
  "city",
  "region",
  "postalCode",
  "country",
  "taxNumber",
  "accountNumber",
  "currency",
] as const;

export type CustomerField = (typeof CUSTOMER_FIELDS)[number];
export type FlatCustomer = Partial<Record<CustomerField, string>>;

/** What Xero takes: https://developer.xero.com/documentation/api/accounting/contacts */
const LONGEST = { line: 500, text: 255, short: 50 };

/** One line of text, or nothing. */
export function cleanText(
  value: string | undefined,
  longest: number,
): string | undefined {
  return (
    truncate((value ?? "").replace(/\s+/g, " ").trim(), longest) || undefined
  );
}

/**
 * A customer in the form that either vendor stores unchanged: single spaces, no `<>` in the name, Xero's lengths. What
 * one vendor cut or trimmed therefore never looks like an edit.
 */
export function cleanCustomer(customer: Customer): Customer {
  const { address } = customer;
  const text = (value?: string) => cleanText(value, LONGEST.text);
  const short = (value?: string) => cleanText(value, LONGEST.short);
  return {
    ...customer,
    name: cleanName(customer.name),
    firstName: text(customer.firstName),
    lastName: text(customer.lastName),
    email: customer.email?.trim() || undefined,
    phone: short(customer.phone),
    mobile: short(customer.mobile),
    address: address && {
      line1: cleanText(address.line1, LONGEST.line),
      line2: cleanText(address.line2, LONGEST.line),
      city: text(address.city),
      region: text(address.region),
      postalCode: short(address.postalCode),
      country: short(address.country),
    },
    taxNumber: customer.taxNumber?.trim() || undefined,
    accountNumber: customer.accountNumber?.trim() || undefined,
    currency: customer.currency?.trim().toUpperCase() || undefined,
  };
}

/** The clean fields of a customer that have a value. */
export function flatCustomer(customer: Customer): FlatCustomer {
  const { address = {}, ...clean } = cleanCustomer(customer);
  const { line1, line2, ...place } = address;
  const street = [line1, line2].filter(Boolean).join(", ");
  return {
    ...clean,
    ...place,
    name: clean.isNameless ? undefined : clean.name,
    street: cleanText(street, LONGEST.line),
  } as FlatCustomer;
}

/**
 * The fields of a source that differ from what the other side holds, both clean. An empty source is no difference: it
 * never clears. Phones compare by their digits, countries by any of their names, e-mail addresses without case.
 */
export function differingFields(
  wanted: FlatCustomer,
  stored: FlatCustomer,
): CustomerField[] {
  return CUSTOMER_FIELDS.filter((field) => {
    const value = wanted[field];
    return value && !sameValue(field, value, stored[field] ?? "");
  });
}

function sameValue(field: CustomerField, a: string, b: string): boolean {
  switch (field) {
    case "email":
      return a.toLowerCase() === b.toLowerCase();
    case "phone":
    case "mobile":
      return samePhone(a, b);
    case "country":
      return sameCountry(a, b);
    case "street":
      return withoutCommas(a) === withoutCommas(b);
    case "taxNumber":
      return bare(a) === bare(b);
    default:
      return a === b;
  }
}

/** `+44 (0)20 7946 0018`, `0044 20 7946 0018` and HubSpot's `+442079460018` are one number; a text without digits is itself. */
function samePhone(a: string, b: string): boolean {
  const digits = (phone: string) =>
    phone.replace(/\(0\)/g, "").replace(/\D/g, "").replace(/^00/, "");
  return digits(a) || digits(b) ? digits(a) === digits(b) : a === b;
}

const withoutCommas = (text: string) =>
  text
    .replace(/…$/, "")
    .replace(/[\s,]+/g, " ")
    .trim();
const bare = (text: string) => text.replace(/[\s.-]/g, "").toUpperCase();
