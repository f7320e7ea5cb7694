import type { Make } from "@hubspot-xero/main-job/make";
import type { TriggerState } from "@hubspot-xero/make-runner/run/trigger";
import type { Flow } from "./flow";
import type { Stage } from "./stage";

type Given = Record<string, unknown>;
type Bundle = Record<string, unknown>;

/** A module of the run, with its parameters from what the one before it gave. */
export interface Step {
  module: string;
  given(stage: Stage, before: Bundle): Given;
  /** The filter before the module; what does not pass it ends the run. */
  passes?(before: Bundle): boolean;
}

export const step = (
  module: string,
  given: Step["given"] | Record<string, unknown>,
  passes?: Step["passes"],
): Step => ({
  module,
  passes,
  given: typeof given === "function" ? given : () => given,
});

/** The modules one after the other, with the first bundle of each; called again it goes on where it failed. */
export const run =
  (...steps: Step[]): Flow["start"] =>
  (stage) => {
    const outputs: Bundle[] = [];
    return async () => {
      for (const { module, given, passes } of steps.slice(outputs.length)) {
        const before = outputs.at(-1) ?? {};
        if (passes && !passes(before)) return;
        const parameters = given(stage, before);
        const { bundles } = await runModule(stage, module, parameters);
        outputs.push((bundles[0] ?? {}) as Bundle);
      }
    };
  };

const HOUR = 60 * 60_000;

/** The same, as people deal with what Make kept: after an hour they delete it and bring the deal in again. */
export const keptRun =
  (...steps: Step[]): Flow["start"] =>
  (stage) => {
    const { clock } = stage.sandbox;
    let begun = clock.now().getTime();
    let job = run(...steps)(stage);
    return () => {
      if (clock.now().getTime() - begun >= HOUR) {
        begun = clock.now().getTime();
        job = run(...steps)(stage);
      }
      return job();
    };
  };

/** Polls until nothing more is found, from where the last good poll stood. */
export const watch = (module: string, given: Given): Flow["start"] => {
  const states = new WeakMap<Stage, TriggerState>();
  return (stage) => async () => {
    for (let found = 1; found > 0;) {
      const { bundles, state } = await runModule(
        stage,
        module,
        { limit: 50, ...given },
        states.get(stage),
      );
      if (state) states.set(stage, state);
      found = bundles.length;
      stage.events.push(
        ...bundles.map((bundle) => idOf(bundle as Bundle, module)),
      );
    }
  };
};

function idOf({ id }: Bundle, module: string): string {
  if (typeof id === "string") return id;
  throw new Error(`An event of ${module} has no id to know it by.`);
}

export async function runModule(
  { make, organisationId }: Stage,
  id: string,
  given: Given,
  state?: TriggerState,
) {
  const { app, connections } = opened(make);
  const module = app.tree.modules.get(id);
  const ofXero = module?.metadata.connection === "xeroOauth";
  // Make keeps what a module gave as JSON.
  const parameters = JSON.parse(
    JSON.stringify({ ...(ofXero && { organisationId }), ...given }),
  ) as Given;
  return app.runModule(id, parameters, {
    connection: ofXero ? connections.xero : connections.hubspot,
    state,
  });
}

function opened(make: Make | undefined): Make {
  if (!make) throw new Error("The Make app is not open on this stage.");
  return make;
}
