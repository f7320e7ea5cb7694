import type { Kind } from "../app/definition";

export type LiveRecord = Record<string, unknown>;

/** What a run of an operation handed out. */
export interface LiveStep {
  results: LiveRecord[];
  /** What a trigger gives the editor to map from. */
  samples?: LiveRecord[];
}

export type LiveRuns = Record<Kind, Record<string, LiveStep>>;
