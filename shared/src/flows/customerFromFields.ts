import type { Address, Customer } from "../customer/customer";
import { validation } from "../error/connectorError";
import { choice, text, type Input } from "../input/input";
import { cleanName } from "../text/text";
import { definedOnly } from "../transport/definedOnly";

/** A customer from the fields of a step. */
export function customerFromFields(input: Input): Customer {
  const [firstName, lastName] = [
    text(input, "firstName"),
    text(input, "lastName"),
  ];
  const email = text(input, "email");
  const name = cleanName(
    text(input, "name") ??
      ([firstName, lastName].filter(Boolean).join(" ") || email || ""),
  );
  if (!name)
    throw validation(
      "The customer has neither a name nor an e-mail address. Map one of them, or choose a Xero contact.",
    );
  const address: Address = {
    line1: text(input, "addressLine1"),
    line2: text(input, "addressLine2"),
    city: text(input, "city"),
    region: text(input, "region"),
    postalCode: text(input, "postalCode"),
    country: text(input, "country"),
  };
  return {
    type: choice(
      input,
      "customerType",
      ["company", "contact"] as const,
      "company",
    ),
    hubspotId: text(input, "hubspotId"),
    name,
    firstName,
    lastName,
    email,
    phone: text(input, "phone"),
    mobile: text(input, "mobile"),
    taxNumber: text(input, "taxNumber"),
    accountNumber: text(input, "accountNumber"),
    currency: text(input, "defaultCurrency"),
    address: Object.values(address).some(Boolean) ? address : undefined,
  };
}

/** A HubSpot record with the mapped fields of a step over it. */
export function withMappedFields(record: Customer, input: Input): Customer {
  const { type } = record;
  const [firstName, lastName] = [
    text(input, "firstName") ?? record.firstName,
    text(input, "lastName") ?? record.lastName,
  ];
  const name = text(input, "name");
  const partsName = [firstName, lastName].filter(Boolean).join(" ");
  const mapped = customerFromFields({
    ...input,
    firstName,
    lastName,
    name: name ?? (type === "contact" && partsName ? partsName : record.name),
  });
  return {
    ...record,
    ...definedOnly(mapped),
    type,
    // A record that was merged into another answers under the other's ID.
    hubspotId: record.hubspotId,
    isNameless:
      name || (type === "contact" && partsName) ? undefined : record.isNameless,
    address: mapped.address
      ? { ...record.address, ...definedOnly(mapped.address) }
      : record.address,
  };
}
