import { validation } from "../error/connectorError";
import { text, type Input } from "../input/input";
import type { CustomerField } from "./cleanCustomer";

/** What a user can choose to keep in step, and the fields behind it. */
const GROUPS: Record<string, readonly CustomerField[]> = {
  name: ["name", "firstName", "lastName"],
  email: ["email"],
  phone: ["phone", "mobile"],
  address: ["street", "city", "region", "postalCode", "country"],
  tax_number: ["taxNumber"],
  account: ["accountNumber", "currency"],
};

/** The fields that the step writes; undefined for all of them. */
export function readSyncFields(input: Input): CustomerField[] | undefined {
  const given = [input["fields"] ?? []].flat().flatMap((name) => {
    const chosen = text({ fields: name }, "fields");
    return chosen ? [chosen] : [];
  });
  if (given.length === 0) return undefined;
  return given.flatMap((name) => {
    const fields = Object.hasOwn(GROUPS, name) ? GROUPS[name] : undefined;
    if (fields) return fields;
    throw validation(
      `Fields to Write holds "${name.slice(0, 40)}". Use: ${Object.keys(GROUPS).join(", ")}.`,
    );
  });
}
