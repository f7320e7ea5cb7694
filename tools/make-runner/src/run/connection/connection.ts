/** A connection as the platform keeps it. A refresh changes it in place, so a rotated token is never lost. */
export interface Connection {
  /** The id of the connection component. */
  type: string;
  /** What the user entered. */
  parameters: Record<string, unknown>;
  /** What `response.data` stored. */
  data: Record<string, unknown>;
  /** The name of the account. */
  metadata?: unknown;
  uid?: unknown;
  /** When the user must sign in again. */
  expires?: unknown;
}

/** Reads a connection from JSON: stored dates are dates again. */
export function reviveConnection(stored: Connection): Connection {
  return {
    ...stored,
    parameters: stored.parameters ?? {},
    data: Object.fromEntries(
      Object.entries(stored.data ?? {}).map(([key, value]) => [
        key,
        reviveDate(value),
      ]),
    ),
    expires: reviveDate(stored.expires),
  };
}

const stamp = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

function reviveDate(value: unknown): unknown {
  return typeof value === "string" && stamp.test(value)
    ? new Date(value)
    : value;
}
