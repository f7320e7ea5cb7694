import { encodePart } from "../communication/address";
import { mask } from "./sanitize";

const secretName = /token|secret|password|api_?key|passphrase|private/i;
const shortest = 6;

/**
 * The texts of a connection that must not be shown: values whose name says so, and those of
 * password parameters.
 */
export function secretsOf(
  sources: unknown[],
  secretParameters: ReadonlySet<string> = new Set(),
): string[] {
  const found = new Set<string>();
  const visit = (value: unknown, isSecret: boolean): void => {
    if (typeof value === "string" && isSecret && value.length >= shortest) {
      found.add(value);
    } else if (Array.isArray(value)) {
      for (const element of value) visit(element, isSecret);
    } else if (
      typeof value === "object" &&
      value !== null &&
      !(value instanceof Uint8Array)
    ) {
      for (const [name, inner] of Object.entries(value))
        visit(
          inner,
          isSecret || secretName.test(name) || secretParameters.has(name),
        );
    }
  };
  for (const source of sources) visit(source, false);
  // The longest first, so that a secret within another leaves no rest.
  return [...found].sort((left, right) => right.length - left.length);
}

/** A text with every secret masked, plain, percent-encoded and in Base64. */
export function maskSecrets(text: string, secrets: readonly string[]): string {
  let masked = text;
  for (const secret of secrets) {
    for (const form of [secret, encodePart(secret)])
      if (masked.includes(form)) masked = masked.replaceAll(form, mask);
  }
  return masked.replace(/[A-Za-z0-9+/]{16,}={0,2}/g, (word) => {
    const decoded = Buffer.from(word, "base64").toString("utf8");
    return secrets.some((secret) => decoded.includes(secret)) ? mask : word;
  });
}
