import type { PathKey } from "./syntax";

/** Whether the value has keys of its own; a date, a list or a buffer has none. */
export function isCollection(value: unknown): value is Record<string, unknown> {
  return (
    typeof value === "object" &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof Date) &&
    !(value instanceof Uint8Array)
  );
}

/**
 * One step of a path. A number is the 1-based place in a list, from its end if negative.
 * Only own keys are seen: `constructor` and `__proto__` of a collection are undefined.
 */
export function readKey(value: unknown, key: PathKey): unknown {
  if (typeof key === "number") {
    if (!Array.isArray(value) || key === 0) return undefined;
    return value.at(key > 0 ? key - 1 : key);
  }
  return isCollection(value) && Object.hasOwn(value, key)
    ? value[key]
    : undefined;
}

/**
 * Follows a path given as text, as `get`, `map` and `sort` take it: `lines.1.name`, `lines[1].name`.
 * A number is the 1-based place where it meets a list, and a key elsewhere.
 */
export function readPath(value: unknown, path: unknown): unknown {
  if (path === undefined || path === null || path === "") return undefined;
  let found = value;
  for (const [, quoted, plain] of String(path).matchAll(keysOfPath)) {
    const key = quoted ?? plain ?? "";
    const place = Array.isArray(found) && wholeNumber.test(key);
    found = readKey(found, place ? Number(key) : key);
  }
  return found;
}

const keysOfPath = /`([^`]*)`|([^.[\]`]+)/g;
const wholeNumber = /^-?\d+$/;
