import { NotAsPlanned, planOf, setUpAgency } from "./matrix";
import { runCase, type Outcome } from "./runCase";
import { chosen, type Choice } from "./choice";
import type { FlowName } from "./flow";

/** A flow's cases to run. */
export interface Task {
  name: FlowName;
  choice: Choice;
}

export type Report = { outcome: Outcome } | { done: true } | { failed: string };

const report = (message: Report) => process.send?.(message);
const setUp = setUpAgency();

process.on("message", (task: Task) => {
  void runTask(task).then(
    () => report({ done: true }),
    (error: Error) => report({ failed: error.message }),
  );
});

// A matrix that was stopped leaves no process behind.
process.on("disconnect", () => process.exit());

async function runTask({ name, choice }: Task): Promise<void> {
  try {
    const plan = await planOf(name, await setUp);
    for (const one of chosen(plan.cases, choice))
      report({ outcome: await runCase(plan, one) });
  } catch (error) {
    if (!(error instanceof NotAsPlanned)) throw error;
    const id = `${name.platform}/${name.key}/undisturbed`;
    const { verdict, message } = error;
    report({ outcome: { id, verdict, details: [message] } });
  }
}
