import type { Clock } from "@hubspot-xero/sandbox/clock";

/** What became of an attempt: done, to be tried again after so many seconds, or left for a person with this sentence. */
export type Outcome = "done" | { again: number } | { left: string };

/** Something that a platform runs, and runs again when told to. */
export interface Job {
  name: string;
  attempt(): Promise<Outcome>;
}

export interface Attempt {
  name: string;
  /** Milliseconds, in the sandbox's time. */
  at: number;
  outcome: Outcome;
}

/**
 * Runs jobs in the sandbox's time as platforms do: all at once at first, each again exactly when its own delay is over,
 * so that nothing but the vendors' limits spreads them.
 * @param atOnce how many of those that are due run beside each other
 * @param until milliseconds after which what is still waiting counts as starved
 * @returns every attempt, in order
 */
export async function runTimetable(
  clock: Clock,
  jobs: readonly Job[],
  { atOnce, until }: { atOnce: number; until: number },
): Promise<Attempt[]> {
  const attempts: Attempt[] = [];
  const start = clock.now().getTime();
  let waiting = jobs.map((job) => ({ job, due: start }));
  while (waiting.length > 0) {
    const due = Math.min(...waiting.map((entry) => entry.due));
    if (due - start > until)
      throw new Error(
        `Starved: ${waiting.map(({ job }) => job.name).join(", ")}`,
      );
    clock.advance(Math.max(0, due - clock.now().getTime()));
    const batch = waiting.filter((entry) => entry.due === due).slice(0, atOnce);
    waiting = waiting.filter((entry) => !batch.includes(entry));
    const outcomes = await Promise.all(batch.map(({ job }) => job.attempt()));
    outcomes.forEach((outcome, index) => {
      const { job } = batch[index]!;
      attempts.push({ name: job.name, at: due, outcome });
      if (typeof outcome === "object" && "again" in outcome)
        waiting.push({ job, due: due + outcome.again * 1000 });
    });
  }
  return attempts;
}
