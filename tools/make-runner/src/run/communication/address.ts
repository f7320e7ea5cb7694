import { MakeError } from "../MakeError";

/**
 * The address a request goes to, without its own query directive.
 * A path is appended to the base address, a whole address is taken as it is.
 */
export function addressOf(
  url: string,
  baseUrl: string | undefined,
  encode: boolean,
): string {
  const whole = /^[a-z][a-z0-9+.-]*:\/\//i.test(url);
  if (!whole && !url.startsWith("/")) {
    throw new MakeError(
      "InvalidConfigurationError",
      `The url "${withoutQuery(url)}" is neither a whole address nor a path that begins with "/".`,
    );
  }
  if (!whole && !baseUrl) {
    throw new MakeError(
      "InvalidConfigurationError",
      `The url "${withoutQuery(url)}" is a path, and the base has no baseUrl.`,
    );
  }
  const address = collapseSlashes(whole ? url : `${baseUrl}${url}`);
  return encode ? encodeUnsafe(address) : address;
}

/** An address with query values; a name that the address already has is replaced. */
export function withQuery(
  address: string,
  qs: Record<string, unknown>,
): string {
  const [before = "", fragment] = split(address, "#");
  const [path = "", query = ""] = split(before, "?");
  const kept = query.split("&").filter((pair) => pair && !(nameOf(pair) in qs));
  const added = Object.entries(qs).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value]).map(
      (one) => `${encodePart(name)}=${encodePart(queryText(name, one))}`,
    ),
  );
  const pairs = [...kept, ...added].join("&");
  return `${path}${pairs && `?${pairs}`}${fragment ? `#${fragment}` : ""}`;
}

/** RFC 3986: everything but unreserved characters. */
export function encodePart(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** A value as query strings and urlencoded bodies carry it. */
export function queryText(name: string, value: unknown): string {
  if (value === null) return "";
  if (value instanceof Date) return value.toISOString();
  if (typeof value === "object") {
    throw new MakeError(
      "InvalidConfigurationError",
      `"${name}" is a collection, and a query or a form carries single values and lists of them only.`,
    );
  }
  return String(value);
}

function split(text: string, sign: string): string[] {
  const at = text.indexOf(sign);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}

function nameOf(pair: string): string {
  const name = pair.split("=", 1)[0] ?? "";
  try {
    return decodeURIComponent(name.replaceAll("+", " "));
  } catch {
    return name;
  }
}

function collapseSlashes(address: string): string {
  const [path = "", ...rest] = address.split(/(?=[?#])/);
  return path.replace(/(?<!^[a-z0-9+.-]+:)\/{2,}/gi, "/") + rest.join("");
}

function encodeUnsafe(address: string): string {
  return address.replace(/[^!#$%&'()*+,\-./:;=?@[\]\w~]+/g, (part) =>
    encodeURI(part),
  );
}

export function withoutQuery(url: string): string {
  return url.split(/[?#]/, 1)[0] ?? "";
}
