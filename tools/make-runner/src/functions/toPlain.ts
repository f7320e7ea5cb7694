import { FunctionError } from "./compileFunctions";

/**
 * A function's result as values of this realm. What was made inside the context has other
 * prototypes, which `instanceof` outside would not know.
 * @throws FunctionError for what is no plain value, such as a promise or a map
 */
export function toPlain(value: unknown, id: string, depth = 0): unknown {
  if (typeof value === "function" || typeof value === "symbol") {
    throw new FunctionError(`${id} returns a ${typeof value}.`);
  }
  if (typeof value !== "object" || value === null) return value;
  if (depth > 200) {
    throw new FunctionError(`${id} returns a value that contains itself.`);
  }
  if (value instanceof Uint8Array) return value;
  if (Array.isArray(value))
    return Array.from(value, (element) => toPlain(element, id, depth + 1));
  const tag = Object.prototype.toString.call(value);
  if (tag === "[object Date]") return new Date(Number(value));
  if (tag !== "[object Object]") {
    throw new FunctionError(`${id} returns no plain value but ${tag}.`);
  }
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      toPlain(inner, id, depth + 1),
    ]),
  );
}
