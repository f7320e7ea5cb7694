/** The addresses of both vendors. */
export interface Hosts {
  hubspot: string;
  xero: string;
  xeroIdentity: string;
  xeroLogin: string;
}

const LOOPBACK = new Set(["127.0.0.1", "localhost", "[::1]"]);

/**
 * The vendors' own addresses, or those of a sandbox on this machine. Tokens follow these addresses, so anything but
 * loopback is refused, and read at each call, because no state may live in a warm process.
 */
export function readHosts(
  environment: Record<string, string | undefined> = process.env,
): Hosts {
  const sandbox = (name: string) => {
    const url = environment[name];
    if (url && !LOOPBACK.has(new URL(url).hostname))
      throw new Error(`${name} may only point at this machine (loopback).`);
    return url ? new URL(url).origin : undefined;
  };
  const xero = sandbox("SANDBOX_XERO_URL");
  return {
    hubspot: sandbox("SANDBOX_HUBSPOT_URL") ?? "https://api.hubapi.com",
    xero: xero ?? "https://api.xero.com",
    xeroIdentity: xero ?? "https://identity.xero.com",
    xeroLogin: xero ?? "https://login.xero.com",
  };
}
