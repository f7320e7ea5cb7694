import { ConnectorError } from "../error/connectorError";
import { isLasting, type DealAccount } from "./dealLedger";

const MOST_SENTENCES = 10;

/**
 * A run that brought no deal to its invoice has failed: by what may be well in the next run, else by all that must
 * be mended first.
 * @param hints sentences that go with what must be mended
 */
export function throwIfNothingDone(
  accounts: readonly DealAccount[],
  hints: readonly string[] = [],
): void {
  const errors = accounts.flatMap((account) =>
    "error" in account ? account.error : [],
  );
  const [first] = errors;
  if (!first || errors.length < accounts.length) return;
  if (errors.length === 1) throw first;
  const passing = errors.find((error) => !isLasting(error));
  if (passing) throw passing;
  // One that was made although its deal could not be told says so itself.
  const isMade = accounts.some(
    (account) => "invoice" in account && account.invoice,
  );
  const sentences = errors
    .slice(0, MOST_SENTENCES)
    .map(({ message }) => message);
  const rest = errors.length - sentences.length;
  throw new ConnectorError(
    "validation",
    [
      `None of the ${errors.length} deals ${isMade ? "shows an invoice yet" : "was invoiced"}.`,
      ...sentences,
      ...(rest > 0 ? [`So it is with ${rest} more.`] : []),
      ...hints,
    ].join("\n"),
    { cause: first },
  );
}
