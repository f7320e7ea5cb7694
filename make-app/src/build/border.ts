import {
  ConnectorError,
  type ErrorKind,
} from "@hubspot-xero/shared/error/connectorError";

/** An error on its way from one IML function to another. */
interface Thrown {
  thrown: { kind?: ErrorKind; message: string };
}

/** What a module that is an IML function of its own answered; its errors are thrown again. */
export function told(answered: unknown): unknown {
  const thrown = (answered as Partial<Thrown> | undefined)?.thrown;
  if (!thrown) return answered;
  throw thrown.kind
    ? new ConnectorError(thrown.kind, thrown.message)
    : new RangeError(thrown.message);
}

/** What an export of such a module answers: what it returns, or what it threw as a plain value. */
export function answer(
  called: ((...given: unknown[]) => unknown) | undefined,
  given: unknown[],
): unknown {
  try {
    return called!(...given);
  } catch (error) {
    const { kind, message } = error as ConnectorError;
    return { thrown: { kind, message } };
  }
}
