import type { Component, ModuleCode, ModuleMetadata } from "../tree/tree";
import { communicate } from "./communication/communicate";
import type { RequestDirectives } from "./communication/directives";
import type { RunContext } from "./communication/exchange";
import { evaluateIn, type Engine } from "./engine";
import { limits } from "./limits";
import { MakeError, unsupported } from "./MakeError";
import { actionBundle, searchBundles } from "./moduleOutput";
import { Poll, triggerData, type TriggerState } from "./trigger";

export type ModuleComponent = Component<ModuleMetadata, ModuleCode>;

export interface ModuleRun {
  /** One for an action, any number for a search or a trigger. */
  bundles: unknown[];
  /** Where a polling trigger stands now; absent for other modules. */
  state?: TriggerState;
  /** Requests made, those of a token refresh not counted. */
  requests: number;
  /** Which of Make's limits ended the paging, if one did. */
  stoppedBy?: "pages" | "records";
  /** Parameters that were given and are not declared. */
  ignored: string[];
}

/** Runs a module whose parameters are processed and whose connection is fresh. */
export async function runModule(
  engine: Engine,
  module: ModuleComponent,
  context: RunContext,
  given: { state?: TriggerState; payload?: unknown },
): Promise<Omit<ModuleRun, "ignored">> {
  const { moduleType } = module.metadata;
  const communication = module.code.communication?.value ?? {};
  if (moduleType === "trigger")
    return poll(engine, communication, context, given.state ?? {});
  if (moduleType === "responder") throw unsupported("A responder");
  if (moduleType === "instant_trigger" && isEmpty(communication))
    return { bundles: [given.payload], requests: 0 };
  const outcome = await communicate(
    engine,
    engine.base,
    communication,
    context,
  );
  const { stoppedBy } = outcome;
  const { requests } = context;
  if (moduleType === "search")
    return { bundles: searchBundles(outcome), requests, stoppedBy };
  return { bundles: [actionBundle(outcome.output)], requests };
}

async function poll(
  engine: Engine,
  communication: unknown,
  context: RunContext,
  state: TriggerState,
): Promise<Omit<ModuleRun, "ignored">> {
  const steps = (
    Array.isArray(communication) ? communication : [communication]
  ) as RequestDirectives[];
  const response = steps.at(-1)?.response;
  if (!response?.trigger) {
    throw new MakeError(
      "InvalidConfigurationError",
      `${context.component} has no "response.trigger", by which its new items could be told.`,
    );
  }
  context.variables["data"] = triggerData(state);
  const watch = new Poll(engine, response.trigger, state);
  const { items, output, variables, stoppedBy } = await communicate(
    engine,
    engine.base,
    communication,
    context,
    watch,
  );
  if (!items && output !== undefined) {
    throw new MakeError(
      "InvalidConfigurationError",
      `${context.component} does not iterate, as a trigger must.`,
    );
  }
  const limit = Number(evaluateIn(engine, response.limit, variables) ?? NaN);
  return {
    ...watch.take(items ?? [], Number.isNaN(limit) ? limits.records : limit),
    requests: context.requests,
    stoppedBy,
  };
}

function isEmpty(communication: unknown): boolean {
  return Object.keys(communication ?? {}).length === 0;
}
