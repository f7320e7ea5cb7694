/** Vendor origin (or a longer prefix) to the address of a local server. */
export type Rewrites = Record<string, string>;

/**
 * Answers each address by what it is rewritten to; the longest prefix wins.
 * @throws Error when a target is not on this machine
 */
export function rewriteTo(rewrites: Rewrites): (url: string) => string {
  const pairs = Object.entries(rewrites)
    .map(([from, to]) => [stem(from), stem(to)] as const)
    .sort(([left], [right]) => right.length - left.length);
  for (const [, to] of pairs) requireLoopback(to);
  return (url) => {
    for (const [from, to] of pairs) {
      const rest = url.slice(from.length);
      if (url.startsWith(from) && /^([/?#]|$)/.test(rest)) return to + rest;
    }
    return url;
  };
}

const stem = (address: string): string => address.replace(/\/+$/, "");

function requireLoopback(address: string): void {
  const host = URL.canParse(address) ? new URL(address).hostname : "";
  const isLoopback =
    host === "localhost" || host === "[::1]" || /^127(\.\d+){3}$/.test(host);
  if (!isLoopback) {
    throw new Error(
      `"${address}" is not on this machine: vendor addresses are rewritten to localhost or 127.0.0.1 only.`,
    );
  }
}
