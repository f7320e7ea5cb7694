import { cents, total } from "./figures";
import type { Receipt } from "./receipt";
import {
  emptySpread,
  outcomesOf,
  quantile,
  withOutcomes,
  type Outcome,
} from "./spread";

/** A receipt as it falls into one month. */
export interface Part {
  receipt: Receipt;
  /** That it comes in this month, if it comes at all. */
  timing: number;
}

const [LOW, HIGH] = [0.07, 0.93];

/** The middle 86 % of what the month may bring: so wide that eight of ten held-back months lay in it. */
export function range(parts: readonly Part[]): { low: number; high: number } {
  const most = total(parts.map(({ receipt }) => receipt.amount));
  const spread = bySource(parts).reduce(
    (sum, together) => withOutcomes(sum, outcomesTogether(together)),
    emptySpread(most),
  );
  return {
    low: cents(quantile(spread, LOW)),
    high: cents(quantile(spread, HIGH)),
  };
}

/** A deal is won or lost as a whole; if won, each of its payments comes in this month or does not. */
function outcomesTogether(parts: readonly [Part, ...Part[]]): Outcome[] {
  const { chance } = parts[0].receipt;
  const most = total(parts.map(({ receipt }) => receipt.amount));
  const won =
    parts.length === 1
      ? outcomes(parts[0])
      : outcomesOf(
          parts.reduce(
            (sum, part) => withOutcomes(sum, outcomes(part)),
            emptySpread(most),
          ),
        );
  return [
    { amount: 0, chance: 1 - chance },
    ...won.map((outcome) => ({ ...outcome, chance: outcome.chance * chance })),
  ];
}

const outcomes = ({ receipt: { amount }, timing }: Part): Outcome[] => [
  { amount, chance: timing },
  { amount: 0, chance: 1 - timing },
];

function bySource(parts: readonly Part[]): [Part, ...Part[]][] {
  const groups = new Map<string, [Part, ...Part[]]>();
  for (const part of parts) {
    const { kind, source } = part.receipt;
    const group = groups.get(`${kind} ${source}`);
    if (group) group.push(part);
    else groups.set(`${kind} ${source}`, [part]);
  }
  return [...groups.values()];
}
