import type { Random } from "./random";

/** How a customer pays: how many days behind the due date, negative for before it. */
export type Habit = (random: Random) => number;

export const HABITS = {
  early: (random) => Math.round(-8 + 3 * random.normal()),
  onTime: (random) => Math.round(Math.abs(2 * random.normal())),
  late: (random) => Math.round(28 + 7 * random.normal()),
  veryLate: (random) => Math.round(55 + 12 * random.normal()),
  /** On time, some weeks late or months late, as it happens. */
  erratic: (random) =>
    [0, random.whole(5, 30), random.whole(30, 90)][random.whole(0, 2)]!,
} as const satisfies Record<string, Habit>;

/** The books of an agency that the forecast is tried on. */
export interface Books {
  name: string;
  seed: number;
  customers: readonly (keyof typeof HABITS)[];
  /** Months that lie behind the first forecast. */
  history: number;
  /** New deals a month. */
  deals: number;
  /** The share of deals that are for a monthly retainer. */
  retainers: number;
}

const usual = { history: 12, deals: 8, retainers: 0.15 };

export const BOOKS: readonly Books[] = [
  {
    ...usual,
    name: "Early and on time",
    seed: 1,
    customers: ["early", "early", "onTime", "onTime", "onTime", "early"],
  },
  {
    ...usual,
    name: "Mostly late",
    seed: 2,
    customers: ["late", "late", "veryLate", "veryLate", "late", "onTime"],
  },
  {
    ...usual,
    name: "All kinds",
    seed: 3,
    customers: [
      ...["early", "onTime", "late", "veryLate", "erratic"],
      ...["onTime", "late", "erratic"],
    ] as (keyof typeof HABITS)[],
  },
  {
    ...usual,
    name: "Erratic",
    seed: 4,
    customers: ["erratic", "erratic", "erratic", "erratic", "erratic"],
  },
  {
    ...usual,
    name: "Little history",
    seed: 5,
    history: 3,
    deals: 6,
    customers: ["early", "onTime", "late", "veryLate", "erratic", "late"],
  },
  {
    ...usual,
    name: "Retainers",
    seed: 6,
    retainers: 0.5,
    deals: 5,
    customers: ["onTime", "late", "early", "veryLate", "late", "onTime"],
  },
];
