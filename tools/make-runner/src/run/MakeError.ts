/** The error types a communication may name; `RuntimeError` where it names none. */
export const errorTypes = [
  "RuntimeError",
  "DataError",
  "RateLimitError",
  "OutOfSpaceError",
  "ConnectionError",
  "InvalidConfigurationError",
  "InvalidAccessTokenError",
  "IncompleteDataError",
  "DuplicateDataError",
] as const;

/** What a run ends with; `BundleValidationError` is the platform's own, for parameters it does not accept. */
export type MakeErrorType =
  (typeof errorTypes)[number] | "BundleValidationError";

/** A run that failed, as Make would report it. */
export class MakeError extends Error {
  readonly type: MakeErrorType;
  /** The HTTP status of the answer that was refused, where there was one. */
  readonly statusCode: number | undefined;

  constructor(
    type: MakeErrorType,
    message: string,
    statusCode?: number,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = type;
    this.type = type;
    this.statusCode = statusCode;
  }
}

/** A communication asks for what this runner cannot do. */
export function unsupported(what: string): MakeError {
  return new MakeError(
    "InvalidConfigurationError",
    `${what} cannot be run offline by this runner.`,
  );
}
