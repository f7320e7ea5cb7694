import assert from "node:assert";
import { Script } from "node:vm";
import { builtinsFor } from "../iml/iml";
import type { MakeTree } from "../tree/tree";
import { compileFunction, createFunctionContext } from "./compileFunctions";

export interface FunctionTestResult {
  /** The function whose test file it is in. */
  function: string;
  name: string;
  /** Absent where the test passed. */
  failure?: string;
}

/** As Make's extension does it: a test file loads within 2 seconds, a test runs within 5. */
const loadMilliseconds = 2000;
const testMilliseconds = 5000;

/** Runs the test files of an app's functions. */
export function runFunctionTests(
  tree: MakeTree,
  { timezone = "UTC" }: { timezone?: string } = {},
): FunctionTestResult[] {
  return [...tree.functions.values()].flatMap(({ id, test }) =>
    test ? runFile(tree, id, test, timezone) : [],
  );
}

function runFile(
  tree: MakeTree,
  id: string,
  test: { path: string; text: string },
  timezone: string,
): FunctionTestResult[] {
  const iml: Record<string, (...args: unknown[]) => unknown> = builtinsFor({
    timezone,
  });
  const context = createFunctionContext(iml);
  const cases: { name: string; run: () => void }[] = [];
  try {
    for (const component of tree.functions.values()) {
      const made = compileFunction(component, context);
      iml[component.id] = (...args) => made.apply({ timezone }, args);
    }
    Object.assign(context, {
      ...{ assert, environment: { timezone }, [id]: iml[id] },
      it: (name: string, run: () => void) => cases.push({ name, run }),
    });
    new Script(test.text, { filename: test.path }).runInContext(context, {
      timeout: loadMilliseconds,
    });
  } catch (cause) {
    return [{ function: id, name: test.path, failure: messageOf(cause) }];
  }
  const runCase = new Script("__case()");
  return cases.map(({ name, run }) => {
    try {
      context["__case"] = run;
      runCase.runInContext(context, { timeout: testMilliseconds });
      return { function: id, name };
    } catch (cause) {
      return { function: id, name, failure: messageOf(cause) };
    }
  });
}

function messageOf(cause: unknown): string {
  return String((cause as { message?: unknown } | null)?.message ?? cause);
}
