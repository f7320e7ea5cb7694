import { errorMessage } from "@hubspot-xero/main-job/zapier";
import type { Flow, Job } from "./flow";
import type { Case, Plan } from "./matrix";
import { openStage, type Stage } from "./stage";
import { HeldTimeouts } from "./timeouts";
import { compare, differences, tally, type Difference } from "./tally";

/**
 * What is wrong after a case: the books, that the repeated run fails (`stuck`), that Xero's token was refreshed other
 * than once after its 401 (`refreshes`), or that a run ended without a sentence (`unclear`).
 */
export type Verdict = Difference | "stuck" | "refreshes" | "unclear";

export interface Outcome {
  id: string;
  verdict?: Verdict;
  /** What a person looks at first. */
  details: string[];
}

/** Breaks one call or runs the flow twice, repeats the run, and compares the books with the undisturbed ones. */
export async function runCase(plan: Plan, one: Case): Promise<Outcome> {
  const { name, flow, kept, clean } = plan;
  const stage = await openStage(name.platform, kept);
  try {
    const job = flow.start(stage);
    const first = one.broken
      ? await breakRun(stage, one, job)
      : await runTwice(flow, job, flow.start(stage));
    const { refreshes } = stage;
    stage.sandbox.clock.advance(one.wait);
    stage.reconnect();
    const again = await ending(flow.resumes ? job : flow.start(stage));
    const found = tally(stage);
    const verdict =
      compare(clean, found) ??
      (again === undefined ? undefined : "stuck") ??
      (isRefreshed(plan, one, refreshes, stage.refreshes)
        ? undefined
        : "refreshes") ??
      (first.every(isClear) ? undefined : "unclear");
    const said = [...first, again].map((text) => text ?? "succeeded");
    return {
      id: one.id,
      verdict,
      details: verdict ? [...said, ...differences(clean, found)] : [],
    };
  } finally {
    await stage.close();
  }
}

async function breakRun(
  { sandbox: { faults, meter } }: Stage,
  { id, broken }: Case,
  job: Job,
): Promise<(string | undefined)[]> {
  const { call, effect } = broken!;
  const timeouts = new HeldTimeouts();
  const before = meter.calls().length;
  faults.add({ after: call, effect: effect.effect });
  let running = true;
  const run = ending(job).finally(() => (running = false));
  try {
    if (effect.effect.kind === "hang") {
      while (running && meter.calls().length - before <= call)
        await timeouts.moment();
      if (running) await timeouts.runOut();
    }
    const end = await run;
    if (meter.calls().length - before <= call)
      throw new Error(`${id}: the run ended before the call to be broken.`);
    return [end];
  } finally {
    timeouts.giveBack();
    faults.clear();
  }
}

/** At once, unless the platform holds the runs apart. */
async function runTwice(
  { alone }: Flow,
  one: Job,
  other: Job,
): Promise<(string | undefined)[]> {
  if (!alone) return Promise.all([ending(one), ending(other)]);
  return [await ending(one), await ending(other)];
}

/** What a run says when it fails; undefined when it succeeds. */
const ending = (job: Job): Promise<string | undefined> =>
  job().then(
    () => undefined,
    (error: Error) => `${error.name}: ${errorMessage(error)}`,
  );

const isRefreshed = (
  { name }: Plan,
  { broken }: Case,
  first: number,
  all: number,
) => {
  const refused = broken?.effect.id === "401" && broken.vendor === "xero";
  const expected = name.platform === "zapier" && refused ? 1 : 0;
  return first === expected && all === expected;
};

/** A platform's error with a sentence in it, and no exception of ours. Make words broken connections itself. */
const isClear = (text: string | undefined) =>
  text === undefined ||
  text.startsWith("ConnectionError: ") ||
  (/^\w+: \p{Lu}.*[.!?)]$/su.test(text) &&
    !/^(Type|Reference|Range|Syntax)Error:|undefined|\[object/.test(text));
