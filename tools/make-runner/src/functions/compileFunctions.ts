import { createContext, Script, type Context } from "node:vm";
import type { FunctionComponent } from "../tree/tree";
import { toPlain } from "./toPlain";

/** Make's limits of a custom function. */
export const functionLimits = { characters: 5000, milliseconds: 10_000 };

type Callable = (...args: unknown[]) => unknown;

/** The custom functions of an app. */
export interface FunctionSet {
  /** By name, as communications call them. */
  callable: Record<string, Callable>;
  /** Why a function cannot be used; calling it throws the same. */
  problems: { id: string; message: string }[];
}

/** A custom function that breaks a rule, fails, or gives what is no plain value. */
export class FunctionError extends Error {}

export interface FunctionOptions {
  timezone: string;
  /** The built-in functions, which `iml` offers beside the custom ones. */
  builtins: Record<string, Callable>;
  /** How long a call may take; 10 seconds where absent. */
  milliseconds?: number;
}

/** Compiles each function once, all in one context that has the built-ins of JavaScript and Buffer. */
export function compileFunctions(
  functions: Iterable<FunctionComponent>,
  {
    timezone,
    builtins,
    milliseconds = functionLimits.milliseconds,
  }: FunctionOptions,
): FunctionSet {
  const iml: Record<string, Callable> = { ...builtins };
  const context = createFunctionContext(iml);
  const callable: Record<string, Callable> = {};
  const problems: FunctionSet["problems"] = [];
  for (const component of functions) {
    const { id } = component;
    let compiled: Callable;
    try {
      const made = compileFunction(component, context);
      compiled = (...args) => made.apply({ timezone }, args);
    } catch (cause) {
      const message = cause instanceof Error ? cause.message : String(cause);
      problems.push({ id, message });
      compiled = () => {
        throw new FunctionError(message);
      };
    }
    iml[id] = compiled;
    callable[id] = (...args) =>
      toPlain(
        callInTime(context, id, milliseconds, () => compiled(...args)),
        id,
      );
  }
  return { callable, problems };
}

/** A context for custom functions, with `iml` in it. */
export function createFunctionContext(iml: Record<string, Callable>): Context {
  const context = createContext({ Buffer, iml });
  realms.runInContext(context);
  return context;
}

// Values come from outside of the context unchanged; `instanceof` must know them all the same.
const realms = new Script(`
  for (const [type, name] of [[Array, "Array"], [Date, "Date"], [RegExp, "RegExp"]])
    Object.defineProperty(type, Symbol.hasInstance, {
      value: (value) => Object.prototype.toString.call(value) === "[object " + name + "]",
    });
  Object.defineProperty(Object, Symbol.hasInstance, {
    value: (value) => (typeof value === "object" && value !== null) || typeof value === "function",
  });
`);

/** @throws FunctionError when the code is not one function of this name within the limit */
export function compileFunction(
  { id, code: { path, text } }: FunctionComponent,
  context: Context,
): Callable {
  const { length } = text;
  if (length > functionLimits.characters) {
    throw new FunctionError(
      `${path} has ${length} characters; a function may have ${functionLimits.characters}.`,
    );
  }
  let made: unknown;
  try {
    made = new Script(`(${text})`, { filename: path }).runInContext(context);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new FunctionError(
      `${path} is not exactly one function without anything after it: ${why}.`,
      { cause },
    );
  }
  if (typeof made !== "function" || made.name !== id) {
    const found = typeof made === "function" ? `"${made.name}"` : typeof made;
    throw new FunctionError(
      `${path} must be a function named "${id}" and is ${found}.`,
    );
  }
  return made as Callable;
}

const call = new Script(`{
  const job = globalThis.__job;
  delete globalThis.__job;
  job();
}`);

let depth = 0;

/** Runs a job, stopping it when its time is over; a function called by another counts to that one's time. */
function callInTime(
  context: Context,
  id: string,
  milliseconds: number,
  job: Callable,
): unknown {
  if (depth > 0) return job();
  depth++;
  try {
    (context as { __job?: Callable }).__job = job;
    return call.runInContext(context, {
      timeout: milliseconds,
    });
  } catch (cause) {
    const { code, message } = cause as { code?: string; message?: string };
    if (code === "ERR_SCRIPT_EXECUTION_TIMEOUT") {
      throw new FunctionError(`${id} took more than ${milliseconds / 1000} s.`);
    }
    throw new FunctionError(message ?? String(cause), { cause });
  } finally {
    depth--;
  }
}
