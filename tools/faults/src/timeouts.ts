import { setTimeout as sleep } from "node:timers/promises";
import { TIMEOUT_MS } from "../../../zapier-app/src/http/send";

const timer = globalThis.setTimeout;
const clear = globalThis.clearTimeout;
const deadline = AbortSignal.timeout.bind(AbortSignal);

/**
 * Holds the clients' timeouts back, so that waiting for a vendor that hangs costs no time: Zapier's, by its length, and
 * those of `fetch`, which Make's runner sends over.
 */
export class HeldTimeouts {
  private readonly held = new Map<NodeJS.Timeout, () => void>();
  private latest: AbortController | undefined;

  constructor() {
    globalThis.setTimeout = Object.assign(
      (job: () => void, milliseconds?: number, ...given: []) => {
        const handle = timer(job, milliseconds, ...given);
        if (milliseconds === TIMEOUT_MS) this.held.set(handle, job);
        return handle;
      },
      timer,
    ) as typeof setTimeout;
    globalThis.clearTimeout = (handle) => {
      this.held.delete(handle as NodeJS.Timeout);
      clear(handle);
    };
    AbortSignal.timeout = () => {
      this.latest = new AbortController();
      return this.latest.signal;
    };
  }

  /** A moment of real time, for calls to be answered. */
  moment(): Promise<void> {
    return sleep(1);
  }

  /** Lets the time of the one call run out that is still unanswered. */
  async runOut(): Promise<void> {
    while (this.held.size > 1) await this.moment();
    for (const [handle, job] of this.held) {
      globalThis.clearTimeout(handle);
      job();
    }
    this.latest?.abort(new DOMException("Timed out", "TimeoutError"));
  }

  giveBack(): void {
    globalThis.setTimeout = timer;
    globalThis.clearTimeout = clear;
    AbortSignal.timeout = deadline;
  }
}
