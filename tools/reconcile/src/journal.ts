import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import type { CustomerType } from "@hubspot-xero/shared/flows/hubspotCustomers";
import type { XeroContact } from "@hubspot-xero/shared/xero/wire";
import type { HubspotPage } from "./read/hubspot";

/** What became of one record's link; with a problem it was not made, or only in HubSpot. */
export interface Outcome {
  /** As `recordKey` gives it. */
  key: string;
  contactId?: string | undefined;
  problem?: string;
}

/** What a run did, in the order in which it did it. */
export type Entry =
  | { account: string; startedAt: string }
  | ({ type: CustomerType } & HubspotPage)
  | { page: number; contacts: XeroContact[] }
  | { written: Outcome[] };

export interface Journal {
  /** What an earlier run did that was stopped; empty for a new run. */
  readonly entries: readonly Entry[];
  /** On disk when it returns. */
  append(entry: Entry): void;
  /** The run is complete: the next one begins anew. */
  forget(): void;
}

/**
 * Opens the journal of a run, or that of the run that was stopped. One line an entry: a line that was cut when the
 * process ended is dropped, and what it would have told is done again.
 * @param account which accounts the run is about; a journal of others is refused
 */
export function openJournal(
  file: string,
  account: string,
  startedAt: string,
): Journal {
  mkdirSync(path.dirname(file), { recursive: true });
  const text = existsSync(file) ? readFileSync(file, "utf8") : "";
  const complete = text.slice(0, text.lastIndexOf("\n") + 1);
  const lines = complete.split("\n").slice(0, -1);
  const entries = lines.map((line) => JSON.parse(line) as Entry);
  const [first] = entries;
  if (first && "account" in first && first.account !== account)
    throw new Error(
      `${file} keeps a stopped run on other accounts (${first.account}, not ${account}). Finish that run first, or forget it with --fresh.`,
    );
  const start = { account, startedAt };
  writeFileSync(file, first ? complete : `${JSON.stringify(start)}\n`, {
    // Customers' names and addresses are in it.
    mode: 0o600,
  });
  return {
    entries: first ? entries : [],
    append: (entry) => appendFileSync(file, `${JSON.stringify(entry)}\n`),
    forget: () => rmSync(file, { force: true }),
  };
}
