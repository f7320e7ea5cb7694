import { ConnectorError } from "@hubspot-xero/shared/error/connectorError";

/** Why something cannot be done, as a sentence for the user. */
export interface Problem {
  problem: string;
}

/**
 * What `job` returns, or the problem that it met: a module shows it as its own error, which a thrown one would not
 * become. What no rule foresees is an answer in a form that nobody expected.
 */
export function attempt<T extends object>(job: () => T): T | Problem {
  try {
    return job();
  } catch (error) {
    const problem =
      error instanceof ConnectorError
        ? error.message
        : "An answer could not be read. Run this scenario again: nothing is made twice.";
    return { problem };
  }
}
