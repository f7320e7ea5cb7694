import type { Deal } from "../deal/deal";
import { ConnectorError, type ErrorKind } from "../error/connectorError";
import type { StoredInvoice } from "../invoice/readInvoice";
import type { DealInvoiceResult } from "./createInvoiceFromDeal";

/** What became of one deal of a run over many. */
export type DealAccount = { dealId: string; deal?: Deal } & (
  | { result: DealInvoiceResult }
  | {
      error: ConnectorError;
      /** Made, although the deal could not be told. */
      invoice?: StoredInvoice;
    }
);

export type DealLedger = ReturnType<typeof createDealLedger>;

/** Keeps what became of each deal, so that one that cannot be invoiced holds up no other. */
export function createDealLedger(dealIds: readonly string[]) {
  const accounts = new Map<string, DealAccount>();
  const settle = (result: DealInvoiceResult) =>
    void accounts.set(result.deal.id, {
      dealId: result.deal.id,
      deal: result.deal,
      result,
    });
  /** Anything but a ConnectorError, and a connection that is no longer valid, ends the whole run. */
  const fail = (
    { id, deal }: { id: string; deal?: Deal },
    error: unknown,
    invoice?: StoredInvoice,
  ) => {
    if (!(error instanceof ConnectorError) || error.kind === "auth")
      throw error;
    accounts.set(id, { dealId: id, deal, error, invoice });
  };

  return {
    settle,
    fail,

    /** Does a job for each, and gives what came of those that it worked for. */
    async each<Entry extends { deal: Deal }, Result>(
      entries: readonly Entry[],
      job: (entry: Entry) => Result | Promise<Result>,
    ): Promise<Result[]> {
      const results: Result[] = [];
      for (const entry of entries) {
        try {
          results.push(await job(entry));
        } catch (error) {
          fail({ id: entry.deal.id, deal: entry.deal }, error);
        }
      }
      return results;
    },

    /** In the order in which the deals were asked for. */
    accounts: () => dealIds.flatMap((id) => accounts.get(id) ?? []),
  };
}

/** The deal or a setting must change first; everything else may be well in the next run. */
const LASTING: readonly ErrorKind[] = [
  "validation",
  "notFound",
  "conflict",
  "permission",
];

/** No invoice was made, and none will be before the deal or a setting has changed. */
export function isRefused(account: DealAccount): boolean {
  return "error" in account && isLasting(account.error) && !account.invoice;
}

export function isLasting({ kind }: ConnectorError): boolean {
  return LASTING.includes(kind);
}
