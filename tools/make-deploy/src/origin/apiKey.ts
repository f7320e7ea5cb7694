import { existsSync, readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { DeployError } from "../DeployError";
import type { StoredOrigin } from "./origin";

/**
 * The API key: of the environment, else of the file the origin names.
 * @throws DeployError without a key, or with one no HTTP header can carry; the message never holds the key
 */
export function apiKey(
  { origin: { apikeyFile }, file }: StoredOrigin,
  environment: Record<string, string | undefined>,
): string {
  const keyFile = apikeyFile && resolve(dirname(file), apikeyFile);
  const key =
    environment.MAKE_API_KEY?.trim() ||
    (keyFile && existsSync(keyFile)
      ? readFileSync(keyFile, "utf8").trim()
      : "");
  if (!key)
    throw new DeployError(
      "There is no API key. Create one in Make (profile, API access, with the scopes sdk-apps:read and sdk-apps:write) and set " +
        `MAKE_API_KEY${keyFile ? ` or write it to ${keyFile}` : ""}.`,
    );
  // fetch quotes a header it refuses, and with it the key.
  if (!/^[\x21-\x7e]+$/.test(key))
    throw new DeployError(
      "The API key has characters in it that no key has. Copy it again, as one line.",
    );
  return key;
}
