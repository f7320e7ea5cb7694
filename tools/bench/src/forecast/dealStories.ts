import {
  addDays,
  type CalendarDate,
} from "@hubspot-xero/shared/date/calendarDate";
import type { Books } from "./payers";
import type { Random } from "./random";

/** The stages of HubSpot's own pipeline, with the share of deals in them that are won. */
const STAGES = [
  ["appointmentscheduled", 0.2],
  ["qualifiedtobuy", 0.4],
  ["presentationscheduled", 0.6],
  ["decisionmakerboughtin", 0.8],
  ["contractsent", 0.9],
  ["closedwon", 1],
] as const;
const LOST = "closedlost";

/** One deal in five is decided later than was thought, which is known in its last week only. */
const SLIPS = 0.2;

/** What becomes of a deal: its stages by the day on which it enters them. */
export interface DealStory {
  customer: number;
  amount: number;
  /** Billed a twelfth each month, for a year. */
  isRetainer: boolean;
  created: CalendarDate;
  stages: readonly { from: CalendarDate; stage: string }[];
  closeDates: readonly { from: CalendarDate; closeDate: CalendarDate }[];
}

/** A deal that is created on a day. At every stage it is won as often as the stage's probability says. */
export function dealStory(
  random: Random,
  { customers, retainers }: Books,
  created: CalendarDate,
): DealStory {
  const isRetainer = random.next() < retainers;
  const planned = addDays(created, random.whole(21, 90));
  const slips = random.next() < SLIPS;
  const closed = slips ? addDays(planned, random.whole(10, 40)) : planned;
  return {
    customer: random.whole(0, customers.length - 1),
    amount: isRetainer
      ? 12 * 100 * random.whole(6, 24)
      : 100 * Math.round(20 * 2 ** (1.5 + random.normal())),
    isRetainer,
    created,
    stages: stages(random, created, closed),
    closeDates: [
      { from: created, closeDate: planned },
      ...(slips ? [{ from: addDays(planned, -7), closeDate: closed }] : []),
    ],
  };
}

function stages(
  random: Random,
  created: CalendarDate,
  closed: CalendarDate,
): DealStory["stages"] {
  const first = random.whole(0, 2);
  const days = (Date.parse(closed) - Date.parse(created)) / 86_400_000;
  const reached: { from: CalendarDate; stage: string }[] = [
    { from: created, stage: STAGES[first]![0] },
  ];
  for (let index = first + 1; index < STAGES.length; index += 1) {
    const [stage, share] = STAGES[index]!;
    const passed = (index - first) / (STAGES.length - 1 - first);
    const from = addDays(created, Math.round(days * passed));
    const goesOn = random.next() < STAGES[index - 1]![1] / share;
    reached.push({ from, stage: goesOn ? stage : LOST });
    if (!goesOn) break;
  }
  return reached;
}

/** The entry of a list that holds on a day; undefined before the first. */
export function asOf<Entry extends { from: CalendarDate }>(
  entries: readonly Entry[],
  day: CalendarDate,
): Entry | undefined {
  return entries.filter(({ from }) => from <= day).at(-1);
}

/** The day on which a deal is won. */
export const wonOn = ({ stages }: DealStory): CalendarDate | undefined =>
  stages.find(({ stage }) => stage === "closedwon")?.from;
