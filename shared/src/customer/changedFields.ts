import type { XeroContact } from "../xero/wire";

type Entry = Record<string, string | undefined>;

/**
 * The fields of `wanted` that differ from what Xero holds, ready to be sent. Lists by type (phones, addresses) go
 * whole, with the untouched entries as they were; a contact number that somebody else gave is left alone.
 */
export function changedFields(
  wanted: XeroContact,
  stored: XeroContact,
): XeroContact {
  const { Phones, Addresses, ContactNumber, ...plain } = wanted;
  const changes: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(plain)) {
    if (value !== (stored as Record<string, unknown>)[key])
      changes[key] = value;
  }
  if (ContactNumber && !stored.ContactNumber)
    changes["ContactNumber"] = ContactNumber;
  const phones = mergeByType(
    "PhoneType",
    Phones?.filter((phone) => !isStored(phone, stored.Phones)).map((phone) => ({
      PhoneCountryCode: "",
      PhoneAreaCode: "",
      ...phone,
    })),
    stored.Phones,
  );
  if (phones) changes["Phones"] = phones;
  const addresses = mergeByType("AddressType", Addresses, stored.Addresses);
  if (addresses) changes["Addresses"] = addresses;
  return changes as XeroContact;
}

/** The stored list with the wanted entries laid over those of their type; undefined when nothing differs. */
function mergeByType(
  typeKey: string,
  wanted: readonly Entry[] | undefined,
  stored: readonly Entry[] | undefined,
): Entry[] | undefined {
  if (!wanted) return undefined;
  const merged = (stored ?? []).map((entry) => ({ ...entry }));
  let differs = false;
  for (const entry of wanted) {
    let target = merged.find((other) => other[typeKey] === entry[typeKey]);
    if (!target) merged.push((target = {}));
    for (const [key, value] of Object.entries(entry)) {
      if ((target[key] ?? "") === value) continue;
      target[key] = value;
      differs = true;
    }
  }
  return differs ? merged : undefined;
}

/** Xero may hold a number in three parts: the digits tell whether it is the same. */
function isStored(phone: Entry, stored: readonly Entry[] = []): boolean {
  const digits = (entry: Entry | undefined) =>
    [entry?.PhoneCountryCode, entry?.PhoneAreaCode, entry?.PhoneNumber]
      .join("")
      .replace(/\D/g, "");
  const same = stored.find(({ PhoneType }) => PhoneType === phone.PhoneType);
  return digits(same) === digits(phone);
}
