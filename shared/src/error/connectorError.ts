export type Vendor = "hubspot" | "xero";

/**
 * What went wrong, by what can be done about it.
 * - `validation`: the data or the set-up must change first
 * - `notFound`, `conflict`: the record is gone, or there is more than one
 * - `permission`: a scope or an organisation is missing from the connection
 * - `auth`: the token is no longer valid
 * - `rateLimit`: too many calls; see `retryAfterSeconds` and `dayLimit`
 * - `busy`: another attempt at the same job has not settled yet; see `retryAfterSeconds`
 * - `server`: the vendor failed or did not answer; a write may have happened
 */
export type ErrorKind =
  | "validation"
  | "notFound"
  | "conflict"
  | "permission"
  | "auth"
  | "rateLimit"
  | "busy"
  | "server";

export interface ConnectorErrorDetails {
  vendor?: Vendor;
  status?: number;
  /** The vendor's own words, without request, token or body. */
  vendorText?: string;
  retryAfterSeconds?: number;
  /** A day's quota is used up: waiting seconds or minutes will not help. */
  dayLimit?: boolean;
  /** Judged by cached settings, which may be older than what the user has just changed. */
  maybeStale?: boolean;
  cause?: unknown;
}

/** More than 500 characters without a space, which is the most that is told of a vendor's own words. */
const LONG_WORD = /(\S{120})\S{381,}?([").,:;]*)(?=\s|$)/g;

/** Codes and IDs come from people and may be of any length; what to do next must stay in sight. */
function shortened(message: string): string {
  return message.replace(LONG_WORD, "$1…$2");
}

/** The one error of the connector. `message` tells the user which record, which field, and what to do. */
export class ConnectorError extends Error {
  override readonly name = "ConnectorError";
  readonly kind: ErrorKind;
  readonly vendor?: Vendor;
  readonly status?: number;
  readonly vendorText?: string;
  readonly retryAfterSeconds?: number;
  readonly dayLimit: boolean;
  readonly maybeStale: boolean;

  constructor(
    kind: ErrorKind,
    message: string,
    details: ConnectorErrorDetails = {},
  ) {
    super(shortened(message), { cause: details.cause });
    this.kind = kind;
    this.vendor = details.vendor;
    this.status = details.status;
    this.vendorText = details.vendorText;
    this.retryAfterSeconds = details.retryAfterSeconds;
    this.dayLimit = details.dayLimit ?? false;
    this.maybeStale = details.maybeStale ?? false;
  }
}

/** The user's data or settings must change first. */
export function validation(
  message: string,
  details: ConnectorErrorDetails = {},
): ConnectorError {
  return new ConnectorError("validation", message, details);
}

/** True where a vendor has no such record. */
export function isNotFound(error: unknown): boolean {
  return error instanceof ConnectorError && error.kind === "notFound";
}
