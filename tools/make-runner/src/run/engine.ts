import { evaluate, ImlError, type Scope } from "../iml/iml";
import type { FunctionSet } from "../functions/compileFunctions";
import type { RequestDirectives } from "./communication/directives";
import type { LogEntry } from "./log/logEntry";
import { MakeError } from "./MakeError";
import type { Send } from "./transport/httpCall";

/** The heads of paths, by what they hold. */
export type Variables = Record<string, unknown>;

/** What every run of one app shares. */
export interface Engine {
  send: Send;
  now: () => Date;
  uuid: () => string;
  sleep: (milliseconds: number) => Promise<void>;
  timezone: string;
  log: ((entry: LogEntry) => void) | undefined;
  /** The directives of the base section. */
  base: RequestDirectives;
  functions: FunctionSet;
  /** Variables that every communication sees: `environment`, `common`. */
  variables: Variables;
}

/** Every documented variable is known everywhere: one that has no value yet is undefined and no error. */
const known = Object.fromEntries(
  [
    ...["environment", "temp", "parameters", "connection", "common", "data"],
    ...["scenario", "metadata", "body", "headers", "statusCode", "item"],
    ...["output", "iterate", "pagination", "payload", "query", "method"],
    ...["webhook", "oauth"],
  ].map((name) => [name, undefined]),
);

/**
 * Evaluates the IML in a value of the app's code.
 * @throws MakeError for IML that cannot be evaluated
 */
export function evaluateIn(
  engine: Engine,
  value: unknown,
  variables: Variables,
): unknown {
  const { timezone, now, uuid, functions } = engine;
  const scope: Scope = {
    variables: { ...known, ...engine.variables, ...variables },
    functions: functions.callable,
    timezone,
    now,
    uuid,
    dialect: "app",
  };
  try {
    return evaluate(value, scope);
  } catch (cause) {
    if (!(cause instanceof ImlError)) throw cause;
    throw new MakeError("RuntimeError", cause.message, undefined, { cause });
  }
}
