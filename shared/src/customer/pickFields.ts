import type { CustomerField } from "./cleanCustomer";
import type { Customer } from "./customer";

/** A customer with who it is and the given fields alone. */
export function pickFields(
  customer: Customer,
  fields: readonly CustomerField[],
): Customer {
  const { type, hubspotId, name, isNameless, address = {} } = customer;
  const pick = <T extends object>(from: T, keys: readonly string[]) =>
    Object.fromEntries(
      Object.entries(from).filter(([key]) => keys.includes(key)),
    ) as Partial<T>;
  const place = pick(
    address,
    fields.includes("street") ? [...fields, "line1", "line2"] : fields,
  );
  const hasPlace = Object.values(place).some(Boolean);
  return {
    ...pick(customer, fields),
    type,
    hubspotId,
    name,
    isNameless,
    address: hasPlace ? place : undefined,
  };
}
