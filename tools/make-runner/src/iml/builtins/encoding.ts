import { toText } from "../convert";
import type { Builtin } from "./builtin";

const text =
  (change: (text: string) => unknown): Builtin =>
  ([value]) =>
    change(toText(value));

export const encodingFunctions: Record<string, Builtin> = {
  base64: ([value]) => bytes(value).toString("base64"),
  base64url: ([value]) => base64url(value),
  decodeURL: text(decodeURIComponent),
  encodeURL: text(encodeURIComponent),
  escapeHTML: text((t) => t.replace(/[&<>"']/g, (c) => entities[c] ?? c)),
  escapeMarkdown: text((t) => t.replace(/[\\`*_{}[\]()#+\-.!|>~]/g, "\\$&")),
  mime: text((t) => {
    const ending = /\.([^.]+)$/.exec(t.toLowerCase())?.[1] ?? "";
    return (
      (Object.hasOwn(types, ending) && types[ending]) ||
      "application/octet-stream"
    );
  }),
  stripHTML: text((t) => t.replace(/<[^>]*>/g, "")),
  toBinary: ([value, encoding]) =>
    value instanceof Uint8Array
      ? value
      : Buffer.from(toText(value), encodingOf(encoding)),
};

const entities: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Inferred: only the types an invoicing scenario meets. */
const types: Record<string, string> = {
  csv: "text/csv",
  gif: "image/gif",
  htm: "text/html",
  html: "text/html",
  jpeg: "image/jpeg",
  jpg: "image/jpeg",
  json: "application/json",
  pdf: "application/pdf",
  png: "image/png",
  svg: "image/svg+xml",
  txt: "text/plain",
  xml: "application/xml",
  zip: "application/zip",
};

function bytes(value: unknown): Buffer {
  return value instanceof Uint8Array
    ? Buffer.from(value)
    : Buffer.from(toText(value), "utf8");
}

/**
 * The one documented use is base64url(sha256(verifier, 'base64')), a PKCE challenge. Inferred:
 * a text that is base64 already is spelt anew, for encoding it twice would make that challenge wrong.
 */
function base64url(value: unknown): string {
  const isDigest =
    typeof value === "string" && /^[A-Za-z0-9+/]{43}=$/.test(value);
  return (isDigest ? Buffer.from(value, "base64") : bytes(value)).toString(
    "base64url",
  );
}

function encodingOf(name: unknown): BufferEncoding {
  return name === "hex" || name === "base64" ? name : "utf8";
}
