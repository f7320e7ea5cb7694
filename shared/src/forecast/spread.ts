/**
 * What a sum of uncertain amounts may come to: `chances[i]` is the chance that it is `i` steps. Exact but for the
 * step, and the same at every run, which drawing lots would not be.
 */
export interface Spread {
  step: number;
  chances: readonly number[];
}

/** One amount, or several that come or fail together. */
export interface Outcome {
  amount: number;
  chance: number;
}

const STEPS = 400;

/** Nothing yet, with room for sums of up to `most`. */
export function emptySpread(most: number): Spread {
  return {
    step: Math.max(most, 1) / STEPS,
    chances: [1, ...new Array<number>(STEPS + 1).fill(0)],
  };
}

/**
 * The spread with one more uncertain amount, independent of the others. An amount between two steps is shared among
 * them, so that the mean stays exact.
 * @param outcomes exclusive, with chances of 1 in all
 */
export function withOutcomes(
  { step, chances }: Spread,
  outcomes: readonly Outcome[],
): Spread {
  const next = new Array<number>(chances.length).fill(0);
  for (const [offset, part] of inSteps(outcomes, step, chances.length - 1))
    for (let index = 0; index + offset < chances.length; index += 1)
      next[index + offset]! += chances[index]! * part;
  return { step, chances: next };
}

/** The chance of each number of steps: of many small outcomes few are left, and the work does not grow with them. */
function inSteps(
  outcomes: readonly Outcome[],
  step: number,
  most: number,
): Map<number, number> {
  const parts = new Map<number, number>();
  const add = (offset: number, part: number) => {
    if (part > 0) parts.set(offset, (parts.get(offset) ?? 0) + part);
  };
  for (const { amount, chance } of outcomes) {
    const steps = amount / step;
    const below = Math.min(Math.floor(steps), most);
    const share = Math.min(steps - below, 1);
    add(below, chance * (1 - share));
    add(below + 1, chance * share);
  }
  return parts;
}

/** The outcomes of a spread, for use within another. */
export function outcomesOf({ step, chances }: Spread): Outcome[] {
  return chances.flatMap((chance, index) =>
    chance > 1e-9 ? [{ amount: index * step, chance }] : [],
  );
}

/** The sum that is not exceeded with the chance `part`. */
export function quantile({ step, chances }: Spread, part: number): number {
  let seen = 0;
  const index = chances.findIndex((chance) => (seen += chance) >= part);
  return (index < 0 ? chances.length - 1 : index) * step;
}
