import type { XeroBooks } from "./types";

/** All that the sandbox remembers, as plain JSON. */
export interface XeroState {
  clientId: string;
  clientSecret: string;
  /** Counts the GUIDs, codes and tokens given out. */
  given: number;
  codes: AuthorisationCode[];
  refreshTokens: RefreshToken[];
  connections: Connection[];
  /** By tenant id, which for organisations is the OrganisationID. */
  organisations: Record<string, XeroBooks>;
  idempotency: Record<string, CachedAnswer>;
  /** Calls counted by tenant; the app's own minute is under `app`. */
  usage: Record<string, Usage>;
}

export interface AuthorisationCode {
  code: string;
  redirectUri: string;
  scopes: string[];
  authEventId: string;
  challenge?: string;
  expiresAt: number;
}

export interface RefreshToken {
  token: string;
  scopes: string[];
  authEventId: string;
  expiresAt: number;
}

export interface Connection {
  id: string;
  authEventId: string;
  tenantId: string;
  tenantType: "ORGANISATION";
  tenantName: string;
  createdDateUtc: string;
  updatedDateUtc: string;
}

export interface CachedAnswer {
  /** Digest of the method, URL, tenant and body it answered. */
  request: string;
  status: number;
  contentType: string;
  body: string;
  expiresAt: number;
}

export interface Usage {
  minute: Window;
  day: Window;
}

/** A fixed window of calls, opened by the first one. */
export interface Window {
  start: number;
  calls: number;
}
