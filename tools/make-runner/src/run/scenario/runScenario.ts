/**
 * Runs an importable scenario blueprint once.
 *
 * Inferred, because Make documents no answer:
 * - An error without a handler ends the run; the bundles after it are not run, and the trigger
 *   stands where it stood (`autoCommitTriggerLast`).
 * - A handler without a directive at its end counts as Ignore.
 * - A handler's modules see the failed one as `{{<id>.error.message}}` and `{{<id>.error.type}}`.
 * - Errors that Make tries again by itself make the run a warning; all others make it an error.
 * - A failed execution counts as an operation; routers and directives do not.
 */
import { randomUUID } from "node:crypto";
import type { AppRunner } from "../AppRunner";
import type { Connection } from "../connection/connection";
import { MakeError } from "../MakeError";
import type { TriggerState } from "../trigger";
import { requireRunnable, type Blueprint } from "./blueprint";
import { FlowRun, Stop, type BundleOutcome, type Ran } from "./FlowRun";

export interface ScenarioApp {
  app: AppRunner;
  /** By the number in `__IMTCONN__`, or by the id of the connection component. */
  connections: Record<string, Connection>;
}

export interface ScenarioOptions {
  /** By app id, without `app#`. */
  apps: Record<string, ScenarioApp>;
  /** Where polling triggers stand, by node id. */
  states?: Record<string, TriggerState>;
  /** What came in at the webhooks of instant triggers, by node id. */
  payloads?: Record<string, unknown[]>;
  now?: () => Date;
  uuid?: () => string;
  timezone?: string;
}

export interface ScenarioRun {
  status: "success" | "warning" | "error";
  /** What ended the run, where something did. */
  error?: MakeError;
  /** One for each bundle of the first module. */
  bundles: BundleOutcome[];
  /** As Make bills them: one for each execution of a module. */
  operations: number;
  /** Every execution, in order. */
  ran: Ran[];
  /** Where the triggers stand now; to be given to the next run. */
  states: Record<string, TriggerState>;
}

const triedAgain = ["RateLimitError", "ConnectionError", "DuplicateDataError"];

/** @throws MakeError for a blueprint that cannot be run; errors of modules are in the result */
export async function runScenario(
  { flow }: Blueprint,
  options: ScenarioOptions,
): Promise<ScenarioRun> {
  const { apps, states = {} } = options;
  requireRunnable(flow, (id, module) =>
    Boolean(apps[id]?.app.tree.modules.has(module)),
  );
  const run = new FlowRun({
    apps,
    states: { ...states },
    payloads: options.payloads ?? {},
    now: options.now ?? (() => new Date()),
    uuid: options.uuid ?? randomUUID,
    timezone: options.timezone ?? "UTC",
  });
  let stop: Stop | undefined;
  try {
    await run.start(flow);
  } catch (thrown) {
    if (!(thrown instanceof Stop)) throw thrown;
    stop = thrown;
  }
  const { outcomes, operations, ran } = run;
  const kept = { bundles: outcomes, operations, ran };
  if (!stop || stop.isCommit)
    return { status: "success", ...kept, states: run.surroundings.states };
  const { error } = stop;
  const status = triedAgain.includes(error.type) ? "warning" : "error";
  return { status, error, ...kept, states };
}
