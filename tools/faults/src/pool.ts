import { fork } from "node:child_process";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import type { Outcome } from "./runCase";
import type { Report, Task } from "./worker";

/** More processes than this slow each other's vendors down. */
const MOST_PROCESSES = 4;

/** Runs tasks in processes of their own, each with its own vendors; `Date` and the environment are a process's. */
export async function runTasks(
  tasks: readonly Task[],
  onOutcome: (outcome: Outcome) => void,
  environment: Record<string, string> = {},
): Promise<void> {
  const waiting = [...tasks];
  const count = Math.min(
    tasks.length,
    MOST_PROCESSES,
    Math.max(2, availableParallelism()),
  );
  await Promise.all(
    Array.from({ length: count }, () => work(waiting, onOutcome, environment)),
  );
}

/** One process, until nothing is left to do. */
function work(
  waiting: Task[],
  onOutcome: (outcome: Outcome) => void,
  environment: Record<string, string>,
): Promise<void> {
  const worker = fork(join(__dirname, "worker.ts"), {
    execArgv: ["--import", "tsx"],
    env: { ...process.env, ...environment },
    // What the apps print is no part of the answer.
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  return new Promise<void>((resolve, reject) => {
    const next = () => {
      const task = waiting.shift();
      if (task) worker.send(task);
      else resolve();
    };
    worker.on("message", (report: Report) => {
      if ("outcome" in report) onOutcome(report.outcome);
      else if ("failed" in report) reject(new Error(report.failed));
      else next();
    });
    worker.on("exit", () =>
      reject(new Error("A process of the matrix ended before its work.")),
    );
    next();
  }).finally(() => worker.kill());
}
