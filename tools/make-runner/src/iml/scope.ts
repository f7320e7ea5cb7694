/**
 * `app`: the code of a custom app, where a comma separates arguments.
 * `mapper`: a field of a scenario module, where a semicolon does.
 */
export type Dialect = "app" | "mapper";

/** What an expression sees. */
export interface Scope {
  /** The heads of paths: `parameters`, `body`, ... and in the mapper the ids of modules. */
  variables: Record<string, unknown>;
  /** Custom functions by their bare name; a built-in of the same name wins. */
  functions: Record<string, (...args: unknown[]) => unknown>;
  /** An IANA name, the zone of formatDate and parseDate when none is given. */
  timezone: string;
  now: () => Date;
  uuid: () => string;
  dialect: Dialect;
}
