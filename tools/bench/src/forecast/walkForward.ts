import { addDays, addMonths } from "@hubspot-xero/shared/date/calendarDate";
import { followClock } from "@hubspot-xero/main-job/simulatedTime";
import { createWorld, type World } from "@hubspot-xero/main-job/world";
import type { Zapier } from "@hubspot-xero/main-job/zapier";
import { createFixedClock } from "@hubspot-xero/sandbox/clock";
import { agency as seededAgency } from "@hubspot-xero/sandbox/seed/agency";
import { createAgency } from "./agency";
import { dealStory, type DealStory } from "./dealStories";
import { BOOKS, type Books } from "./payers";
import { createRandom, type Random } from "./random";

const START = "2024-01-01";
/** On the first of so many months in a row the forecast is asked for. */
const FORECASTS = 10;
/** So many months of each are held back. */
const MONTHS = 3;

/** A month as it was forecast, and what it then brought. */
export interface HeldBackMonth {
  /** The name of the books. */
  books: string;
  /** 0 for the month on whose first day the forecast was made. */
  ahead: number;
  expected: number;
  low: number;
  high: number;
  asDue: number;
  pipeline: number;
  actual: number;
}

interface ForecastMonth {
  month: string;
  expected: number;
  low: number;
  high: number;
  as_due: number;
  pipeline: number;
}

/** The held-back months of all books, one after the other. */
export async function heldBackMonths(zapier: Zapier): Promise<HeldBackMonth[]> {
  const months: HeldBackMonth[] = [];
  for (const books of BOOKS) months.push(...(await walkForward(zapier, books)));
  return months;
}

/**
 * Lives through an agency's years in the sandbox. On the first of each month the built app is asked for a forecast of
 * what the sandbox holds that day; what comes later is not there yet.
 */
export async function walkForward(
  zapier: Zapier,
  books: Books,
): Promise<HeldBackMonth[]> {
  const clock = createFixedClock(`${START}T09:00:00.000Z`);
  const giveBack = followClock(clock);
  const world = await createWorld(zapier, { clock, seed: emptySeed() });
  try {
    const random = createRandom(books.seed);
    const agency = createAgency(world, books, stories(books, random), random);
    const forecasts: ForecastMonth[][] = [];
    for (let index = 0; index < monthsOf(books); index += 1) {
      const today = addMonths(START, index);
      clock.advance(Date.parse(`${today}T09:00:00.000Z`) - Number(clock.now()));
      world.reconnect();
      await agency.liveUntil(today);
      if (index >= books.history && forecasts.length < FORECASTS)
        forecasts.push(await forecast(world));
    }
    return forecasts.flatMap((months) =>
      months.map(({ month, as_due: asDue, ...figures }, ahead) => ({
        books: books.name,
        ahead,
        expected: figures.expected,
        low: figures.low,
        high: figures.high,
        asDue,
        pipeline: figures.pipeline,
        actual: agency.cashIn(month),
      })),
    );
  } finally {
    giveBack();
    await world.sandbox.close();
  }
}

async function forecast({ zapier, authData }: World): Promise<ForecastMonth[]> {
  // What the app keeps for an hour is a month old.
  await zapier.forget();
  const [found] = await zapier.run<[{ months: ForecastMonth[] }]>(
    "searches",
    "forecast_revenue",
    { authData, inputData: { months: MONTHS } },
  );
  return found.months;
}

const monthsOf = ({ history }: Books) => history + FORECASTS + MONTHS;

/** The accounts of the seeded agency without its deals and customers, nothing of which is closed to change. */
function emptySeed() {
  const { hubspot, xero } = seededAgency();
  for (const { organisation } of xero.organisations)
    delete organisation.PeriodLockDate;
  return { hubspot: { ...hubspot, objects: [] }, xero };
}

/** New deals in every month, from the first one on. */
function stories(books: Books, random: Random): DealStory[] {
  return Array.from({ length: monthsOf(books) }, (_, month) =>
    Array.from({ length: books.deals }, () => {
      const created = addDays(addMonths(START, month), random.whole(0, 27));
      return dealStory(random, books, created);
    }),
  ).flat();
}
