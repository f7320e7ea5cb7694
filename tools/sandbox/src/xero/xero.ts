import { Hono } from "hono";
import type { MiddlewareHandler } from "hono";
import type { Clock } from "../clock";
import { allocations } from "./allocations";
import { bankTransactions } from "./bankTransactions";
import { batchPayments } from "./batchPayments";
import { openBooks } from "./books";
import type { Books, XeroEnv } from "./books";
import { connections } from "./connections";
import { contactGroups } from "./contactGroups";
import { contacts } from "./contacts";
import { creditNotes } from "./creditNotes";
import { credits } from "./credits";
import { answerError } from "./envelope";
import { notFound, XeroError } from "./errors";
import { readBearer, tenantGate } from "./gate";
import { idempotency } from "./idempotency";
import { identity } from "./identity";
import { guidFrom } from "./ids";
import { invoices } from "./invoices";
import { items } from "./items";
import { payments } from "./payments";
import { createPerson } from "./person";
import type { Person } from "./person";
import { rateLimits, XERO_LIMITS } from "./rateLimits";
import type { XeroLimits } from "./rateLimits";
import { billSchedules } from "./repeatingBilling";
import { repeatingInvoices } from "./repeatingInvoices";
import { EVERY_SCOPE } from "./scopes";
import { stateFromSeed } from "./seed";
import type { XeroSeed } from "./seed";
import { settings } from "./settings";
import type { CreditKind } from "./settlementTypes";
import type { XeroState } from "./state";
import { createTokens } from "./tokens";
import type { TokenSet } from "./tokens";
import type { XeroBooks } from "./types";

export type { XeroLimits } from "./rateLimits";
export type { OrganisationSeed, XeroSeed } from "./seed";
export type { XeroState } from "./state";
export type { XeroBooks } from "./types";

export interface XeroOptions {
  clock: Clock;
  seed: XeroSeed;
  /** A state from before, taken up instead of the seed. It is changed in place. */
  state?: XeroState;
  limits?: Partial<XeroLimits>;
  /** Called after each committed write. */
  onChange?: () => void;
}

export interface Xero {
  app: Hono;
  /** Plain JSON; the same object from beginning to end. */
  state: XeroState;
  /** What one organisation has stored; the first one's unless told. */
  books(tenantId?: string): XeroBooks;
  /** What a finished consent gives, with every organisation connected. */
  issueToken(scopes?: string[]): TokenSet & { refresh_token: string };
  /** A person at work in Xero's own pages. */
  person(tenantId?: string): Person;
}

/** Xero on this machine: login and identity, connections, and the accounting API. */
export function createXero(options: XeroOptions): Xero {
  const { clock, seed, onChange: committed = () => {} } = options;
  const state = options.state ?? stateFromSeed(seed, clock.now());
  const limits = { ...XERO_LIMITS, ...options.limits };
  const tokens = createTokens(state, clock);
  const firstTenant = Object.keys(state.organisations)[0] ?? "";
  const open = new Map<string, Books>(
    Object.entries(state.organisations).map(([tenantId, data]) => [
      tenantId,
      openBooks(data, clock, () =>
        guidFrom(`${tenantId}/${(state.given += 1)}`),
      ),
    ]),
  );
  const openOne = (tenantId: string): Books => {
    const books = open.get(tenantId);
    if (!books) throw new Error(`No organisation ${tenantId} in the seed`);
    // Whoever looks at the books sees what Xero has billed by itself meanwhile.
    if (billSchedules(books)) committed();
    return books;
  };

  const app = new Hono();
  app.onError((error, c) => {
    if (error instanceof XeroError) return answerError(c, error);
    throw error;
  });
  app.notFound((c) => answerError(c, notFound()));

  app.route("/", identity(state, clock, tokens, committed));
  const bearerOnly: MiddlewareHandler = async (c, next) => {
    readBearer(c, clock, tokens);
    await next();
  };
  app.route(
    "/connections",
    connections(
      state,
      [bearerOnly, rateLimits(state, clock, limits, () => undefined)],
      committed,
    ),
  );

  const api = new Hono<XeroEnv>();
  api.use(
    "*",
    tenantGate(
      state,
      clock,
      tokens,
      (id) => (open.has(id) ? openOne(id) : undefined),
      committed,
    ),
    rateLimits(state, clock, limits, (header) => header("xero-tenant-id")),
    idempotency(state, clock, committed),
  );
  const kinds: CreditKind[] = ["CreditNote", "Overpayment", "Prepayment"];
  for (const routes of [
    settings(),
    items(),
    contacts(),
    contactGroups(),
    invoices(),
    repeatingInvoices(),
    payments(),
    batchPayments(),
    creditNotes(),
    ...kinds.map(credits),
    ...kinds.map(allocations),
    bankTransactions(),
  ])
    api.route("/", routes);
  app.route("/api.xro/2.0", api);

  return {
    app,
    state,
    books: (tenantId = firstTenant) => {
      openOne(tenantId);
      return state.organisations[tenantId]!;
    },
    issueToken: (scopes = EVERY_SCOPE) => {
      const issued = tokens.issue(
        [...new Set([...scopes, "offline_access"])],
        tokens.consent(),
      );
      committed();
      return { ...issued, refresh_token: issued.refresh_token! };
    },
    person: (tenantId = firstTenant) =>
      createPerson(openOne(tenantId), committed),
  };
}
