/** The same object without the keys whose value is undefined: an absent key means "leave it" to both vendors. */
export function definedOnly<T extends object>(object: T): T {
  return Object.fromEntries(
    Object.entries(object).filter(([, value]) => value !== undefined),
  ) as T;
}
