import type { Clients } from "./clients";
import type { Journal } from "./journal";
import type { Pace } from "./pace";

/** Told after every step: what is going on, and how many of how many are done. */
export type Progress = (stage: string, done: number, total?: number) => void;

/** What every part of a run works with. */
export interface Job {
  clients: Clients;
  pace: Pace;
  journal: Journal;
  progress: Progress;
}
