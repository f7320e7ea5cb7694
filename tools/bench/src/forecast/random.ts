/** Numbers that look drawn, the same for a seed at every run. */
export interface Random {
  /** From 0 to below 1. */
  next(): number;
  /** A whole number from `least` to `most`. */
  whole(least: number, most: number): number;
  /** Around 0, with a standard deviation of 1. */
  normal(): number;
}

/** A linear congruential generator over 32 bits, of which the upper ones are used; Knuth's multiplier. */
export function createRandom(seed: number): Random {
  let state = (seed * 2_654_435_761) >>> 0;
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  return {
    next,
    whole: (least, most) => least + Math.floor(next() * (most - least + 1)),
    // The sum of twelve even draws has a variance of 1.
    normal: () =>
      Array.from({ length: 12 }, next).reduce((sum, part) => sum + part, -6),
  };
}
