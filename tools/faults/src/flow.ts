import type { Platform, Stage } from "./stage";

/** A run, which ends in an error where it fails. */
export type Job = () => Promise<unknown>;

/** One thing that users run, to be broken at each of its calls. */
export interface Flow {
  /** What stands before the run. It may leave nothing but records of the vendors. */
  prepare?(stage: Stage): void | Promise<void>;
  /** True where HubSpot is not set up before. */
  bare?: boolean;
  /** Readies a run. Calling the job again takes the run up where it failed. */
  start(stage: Stage): Job;
  /** What one run adds, by the tally's kinds. */
  adds?: Record<string, number>;
  /** The totals of all invoices afterwards, worked out by hand. */
  totals?: readonly number[];
  /** True where the broken run is taken up instead of run anew. */
  resumes?: boolean;
  /**
   * Why two runs never meet, and come one after the other: Zapier's lock holds them apart, or the platform hands out
   * an event once and runs a scenario one time at a time.
   */
  alone?: "lock" | "one at a time";
  /** Further steps of the app that the run consists of. */
  covers?: readonly string[];
}

/** By the key of the app's step; on Make by the module's id or what a scenario of several does. */
export type Flows = Record<string, Flow>;

export interface FlowName {
  platform: Platform;
  key: string;
}
