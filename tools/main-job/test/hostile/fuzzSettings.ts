import type { Parameters } from "fast-check";

const RUNS = 12;
const SEED = 20260504;

/**
 * The same cases each time. FUZZ_RUNS asks for more of them per step, FUZZ_SEED for others.
 */
export function fuzzSettings(): Parameters<unknown> {
  const { FUZZ_RUNS, FUZZ_SEED } = process.env;
  return {
    numRuns: Number(FUZZ_RUNS || RUNS),
    seed: Number(FUZZ_SEED || SEED),
  };
}
