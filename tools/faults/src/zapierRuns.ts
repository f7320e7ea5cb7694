import { throttledFor } from "@hubspot-xero/main-job/zapier";
import type { Flow } from "./flow";
import type { Stage } from "./stage";

type Kind = "triggers" | "creates" | "searches";

/** Zapier runs a throttled step again by itself; a run that waits longer than this has failed. */
const MOST_WAITS = 3;

/** Runs a step as Zapier does: after one refresh of the token again, and after the wait that it asks for. */
async function runStep<Result>(
  stage: Stage,
  kind: Kind,
  key: string,
  inputData: Record<string, unknown>,
): Promise<Result> {
  for (let waits = 0, refreshed = false; ;)
    try {
      const { authData } = stage;
      return await stage.zapier.run<Result>(kind, key, { authData, inputData });
    } catch (error) {
      const seconds = throttledFor(error);
      if ((error as Error).name === "RefreshAuthError" && !refreshed) {
        refreshed = true;
        stage.refreshes += 1;
        stage.reconnect();
      } else if (seconds !== undefined && waits < MOST_WAITS) {
        waits += 1;
        stage.sandbox.clock.advance(seconds * 1_000);
      } else throw error;
    }
}

/** A create or a search, run once. */
export const step =
  (
    kind: "creates" | "searches",
    key: string,
    input: (stage: Stage) => Record<string, unknown>,
  ): Flow["start"] =>
  (stage) =>
  () =>
    runStep(stage, kind, key, input(stage));

/** A poll; Zapier drops events whose id it has seen. */
export const poll =
  (key: string, input: Record<string, unknown> = {}): Flow["start"] =>
  (stage) =>
  async () => {
    const found = await runStep<{ id: string }[]>(
      stage,
      "triggers",
      key,
      input,
    );
    stage.events = [
      ...new Set([...stage.events, ...found.map(({ id }) => id)]),
    ].sort();
    return found;
  };
