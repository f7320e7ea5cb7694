import type { Vendor } from "./meter";

export interface FaultAnswer {
  status: number;
  headers?: Record<string, string>;
  body?: string;
}

/**
 * What goes wrong with one request.
 * - `refuse`: answered without being carried out.
 * - `answerAfterCommit`: carried out, but the client is told otherwise (a 502 or 524 from a gateway).
 * - `dropAfterCommit`: carried out, then the connection breaks without an answer.
 * - `dropBefore`: the connection breaks before anything is carried out.
 * - `hang`: carried out, and never answered until the sandbox closes.
 * - `malformed`: carried out, answered with half of the body.
 */
export type FaultEffect =
  | ({ kind: "refuse" } & FaultAnswer)
  | ({ kind: "answerAfterCommit" } & FaultAnswer)
  | { kind: "dropAfterCommit" }
  | { kind: "dropBefore" }
  | { kind: "hang" }
  | { kind: "malformed" };

export interface Fault {
  /** Leave out any of these three to match every value. `path` is tested against the path without the query. */
  vendor?: Vendor;
  method?: string;
  path?: RegExp;
  /** How many matching requests pass untouched first; 0 unless told. */
  after?: number;
  /** How many matching requests it spoils; 1 unless told. */
  times?: number;
  effect: FaultEffect;
}

export interface Faults {
  add(fault: Fault): void;
  clear(): void;
  /** The effect that this request suffers, counted down. */
  take(request: {
    vendor: Vendor;
    method: string;
    path: string;
  }): FaultEffect | undefined;
}

export function createFaults(): Faults {
  let pending: { fault: Fault; skip: number; left: number }[] = [];
  return {
    add: (fault) =>
      void pending.push({
        fault,
        skip: fault.after ?? 0,
        left: fault.times ?? 1,
      }),
    clear: () => {
      pending = [];
    },
    take: (request) => {
      let effect: FaultEffect | undefined;
      for (const entry of pending) {
        if (entry.left === 0 || !matches(entry.fault, request)) continue;
        if (entry.skip > 0) {
          entry.skip -= 1;
        } else if (!effect) {
          entry.left -= 1;
          effect = entry.fault.effect;
        }
      }
      return effect;
    },
  };
}

function matches(
  fault: Fault,
  request: { vendor: Vendor; method: string; path: string },
): boolean {
  return (
    (fault.vendor === undefined || fault.vendor === request.vendor) &&
    (fault.method === undefined || fault.method === request.method) &&
    (fault.path === undefined || fault.path.test(request.path))
  );
}
