import {
  createHash,
  createHmac,
  createSign,
  type BinaryToTextEncoding,
} from "node:crypto";
import { isEmpty, toText } from "../convert";
import { isCollection } from "../readKey";
import type { Builtin } from "./builtin";

/** A digest, or an HMAC when a key is given: hash(text, [encoding], [key], [key encoding]). */
const hash =
  (algorithm: string): Builtin =>
  ([value, encoding, key, keyEncoding]) => {
    const data = value instanceof Uint8Array ? value : toText(value);
    const digest = isEmpty(key)
      ? createHash(algorithm).update(data)
      : createHmac(algorithm, keyOf(key, keyEncoding)).update(data);
    return digest.digest(outputOf(encoding));
  };

export const cryptoFunctions: Record<string, Builtin> = {
  md5: ([value]) => hash("md5")([value], { timezone: "UTC" }),
  sha1: hash("sha1"),
  sha256: hash("sha256"),
  sha512: hash("sha512"),
  jwt: ([payload, secret, algorithm, options]) =>
    jwt(payload, toText(secret), toText(algorithm) || "HS256", options),
};

function outputOf(name: unknown): BinaryToTextEncoding {
  if (isEmpty(name)) return "hex";
  if (name === "hex" || name === "base64") return name;
  if (name === "latin1") return "binary"; // Node's name for it.
  throw new Error(`"${toText(name)}" is no encoding; hex, base64 or latin1`);
}

function keyOf(key: unknown, encoding: unknown): Buffer {
  if (key instanceof Uint8Array) return Buffer.from(key);
  switch (isEmpty(encoding) ? "text" : encoding) {
    case "text":
      return Buffer.from(toText(key), "utf8");
    case "hex":
    case "base64":
      return Buffer.from(toText(key), encoding as "hex" | "base64");
    case "binary":
      return Buffer.from(toText(key), "latin1");
  }
  throw new Error(
    `"${toText(encoding)}" is no key encoding; text, hex, base64 or binary`,
  );
}

/** Inferred: the options are members of the header; dates in the payload become seconds. */
function jwt(
  payload: unknown,
  secret: string,
  algorithm: string,
  options: unknown,
): string {
  const [, family, size] = /^(HS|RS)(256|384|512)$/.exec(algorithm) ?? [];
  if (!family || !size || (family === "RS" && size !== "256")) {
    throw new Error(`"${algorithm}" is no algorithm of jwt`);
  }
  const added = isCollection(options) ? options : {};
  const header = part({ ...added, alg: algorithm, typ: "JWT" });
  const signed = `${header}.${part(claims(payload))}`;
  const signature =
    family === "HS"
      ? createHmac(`sha${size}`, secret).update(signed).digest("base64url")
      : createSign("RSA-SHA256").update(signed).sign(secret, "base64url");
  return `${signed}.${signature}`;
}

function claims(payload: unknown): unknown {
  if (!isCollection(payload)) return payload;
  return Object.fromEntries(
    Object.entries(payload).map(([name, value]) => [
      name,
      value instanceof Date ? Math.floor(value.getTime() / 1000) : value,
    ]),
  );
}

function part(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString("base64url");
}
