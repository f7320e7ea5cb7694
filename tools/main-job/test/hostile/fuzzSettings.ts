import type { Parameters } from "fast-check";
import { DEPTH } from "../depth";

const RUNS = 12;
const SEED = 20260504;

/** The same cases each time; FUZZ_SEED asks for others. */
export function fuzzSettings(): Parameters<unknown> {
  return {
    numRuns: RUNS * DEPTH,
    seed: Number(process.env["FUZZ_SEED"] || SEED),
  };
}
