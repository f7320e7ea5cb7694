export const mask = "***";

/** A sanitize path: the keys to follow and, for `request.body<x>`, the expression whose value is masked in a text. */
export interface SanitizePath {
  keys: string[];
  within: string | undefined;
}

/** Reads ``request.headers.`x-api-key` ``, `response.body[1].token` and `request.body<parameters.secret>`. */
export function parseSanitizePath(path: string): SanitizePath {
  const [, place = "", within] =
    /^([^<]*)(?:<(.*)>)?$/s.exec(path.trim()) ?? [];
  const keys = [...place.matchAll(/`([^`]*)`|\[(-?\d+)\]|[^.[\]`]+/g)].map(
    ([whole, quoted, index]) => (quoted ?? index ?? whole).toLowerCase(),
  );
  return { keys, within };
}

/** A copy with the value at the path masked; keys match in any case, and lists are passed through. */
export function maskAt(
  value: unknown,
  keys: string[],
  maskValue: (value: unknown) => unknown = () => mask,
): unknown {
  const [key, ...rest] = keys;
  if (key === undefined) return value === undefined ? value : maskValue(value);
  if (Array.isArray(value)) {
    const index = /^-?\d+$/.test(key) ? Number(key) : undefined;
    if (index === undefined)
      return value.map((element) => maskAt(element, keys, maskValue));
    const at = index < 0 ? value.length + index : index - 1;
    return value.map((element: unknown, position) =>
      position === at ? maskAt(element, rest, maskValue) : element,
    );
  }
  if (!isPlain(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      name,
      name.toLowerCase() === key ? maskAt(inner, rest, maskValue) : inner,
    ]),
  );
}

/** A copy with every text changed, key by key and with the path of each. */
export function mapTexts(
  value: unknown,
  change: (text: string, path: string) => string,
  path = "",
): unknown {
  if (typeof value === "string") return change(value, path);
  if (Array.isArray(value))
    return value.map((element, index) =>
      mapTexts(element, change, `${path}[${index + 1}]`),
    );
  if (value instanceof Uint8Array) return `<${value.length} bytes>`;
  if (!isPlain(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      change(name, path),
      mapTexts(inner, change, path ? `${path}.${name}` : name),
    ]),
  );
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return (
    typeof value === "object" &&
    value !== null &&
    !(value instanceof Date) &&
    !(value instanceof Uint8Array)
  );
}
