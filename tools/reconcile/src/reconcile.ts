import type { Job } from "./job";
import type { Outcome } from "./journal";
import { matchAccounts, type MatchOptions } from "./match";
import type { Accounts, Proposal } from "./proposal";
import { readAccounts } from "./read/accounts";
import { readChoices } from "./readChoices";
import { checkSetUp } from "./write/checkSetUp";
import { writeLinks } from "./write/links";

export interface ReconcileOptions extends MatchOptions {
  write: boolean;
  /** The text of a file that a person edited; its choices are written instead of the likely matches. */
  choices?: string | undefined;
  /** Told what is proposed before anything is written. */
  propose(proposals: readonly Proposal[], accounts: Accounts): void;
}

/**
 * The whole run: reads both accounts, proposes, and writes links where it is told to. Stopped at any point, the next
 * call with the same journal goes on there.
 * @returns what became of each link; empty without `write`
 */
export async function reconcile(
  job: Job,
  { write, choices, propose, ...match }: ReconcileOptions,
): Promise<Outcome[]> {
  if (write) await checkSetUp(job);
  const accounts = await readAccounts(job);
  const proposals =
    choices === undefined
      ? matchAccounts(accounts, match)
      : readChoices(choices, accounts);
  propose(proposals, accounts);
  const outcomes = write
    ? await writeLinks(job, proposals, accounts.contacts)
    : [];
  job.journal.forget();
  return outcomes;
}
