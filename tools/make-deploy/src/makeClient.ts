import { Make } from "@makehq/sdk";
import { DeployError } from "./DeployError";

/**
 * Make's API, asked again after a 429 when Make says so. Other failures are not repeated: a write whose
 * answer was lost may have been done.
 * @param baseUrl `https://<zone>/api`
 */
export function createMake(key: string, baseUrl: string): Make {
  const { protocol, host, hostname } = new URL(baseUrl);
  if (protocol !== "https:" && hostname !== "127.0.0.1")
    throw new DeployError(
      `${baseUrl} is not https, and the API key would travel in clear. Correct the zone.`,
    );
  const make = new Make(key, host, {
    // Make counts calls by the minute.
    retry: { onRateLimit: true, maxRetries: 5, maxDelay: 90_000 },
  });
  make.protocol = protocol.slice(0, -1);
  return make;
}
