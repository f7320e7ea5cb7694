import { ConnectorError } from "@hubspot-xero/shared/error/connectorError";

/** Why something cannot be done, as a sentence for the user. */
export interface Problem {
  problem: string;
}

/**
 * What `job` returns, or the problem that it met: a module shows it as its own error, which a thrown one would not
 * become. Anything but a ConnectorError is a defect and stays an error.
 */
export function attempt<T extends object>(job: () => T): T | Problem {
  try {
    return job();
  } catch (error) {
    if (error instanceof ConnectorError) return { problem: error.message };
    throw error;
  }
}
