/**
 * What a polling trigger remembers and returns.
 *
 * Inferred, because Make documents no answer:
 * - Unprocessed is what comes after (date, id) of the last bundle; ids compare as numbers where both are.
 * - Items are returned oldest first, `limit` of them; the state moves to the last one returned.
 * - Descending and unordered pages are read until one holds a processed item, or to their end; ascending ones
 *   until `limit` unprocessed items are found.
 */
import type { TriggerDirectives } from "./communication/directives";
import type { Watch } from "./communication/communicate";
import { evaluateIn, type Engine, type Variables } from "./engine";
import { MakeError } from "./MakeError";

/** Where a trigger stands; plain JSON. */
export interface TriggerState {
  /** ISO 8601. */
  lastDate?: string;
  lastId?: string | number;
}

interface Mark {
  date: number | undefined;
  id: string | number;
}

/** `data` of a trigger; "All" starts at 1970. */
export function triggerData(state: TriggerState): Variables {
  return {
    lastDate: new Date(state.lastDate ?? 0),
    lastID: state.lastId,
  };
}

/** Watches the items of one poll. */
export class Poll implements Watch {
  private readonly marks: Mark[] = [];
  private readonly engine: Engine;
  private readonly directives: TriggerDirectives;
  private readonly state: TriggerState;

  constructor(
    engine: Engine,
    directives: TriggerDirectives,
    state: TriggerState,
  ) {
    this.engine = engine;
    this.directives = directives;
    this.state = state;
  }

  see(variables: Variables): void {
    const { type, id, date } = this.directives;
    const evaluate = (value: unknown) =>
      evaluateIn(this.engine, value, variables);
    this.marks.push({
      id: idOf(evaluate(id)),
      date: type === "date" ? dateOf(evaluate(date)) : undefined,
    });
  }

  isDone(limit: number): boolean {
    const { order } = this.directives;
    const fresh = this.marks.filter((mark) => this.isNew(mark)).length;
    if (order === "asc") return fresh >= limit;
    return order === "desc" && fresh < this.marks.length;
  }

  /** The bundles to process, oldest first, and where the trigger stands after them. */
  take(
    items: unknown[],
    limit: number,
  ): { bundles: unknown[]; state: TriggerState } {
    const taken = items
      .map((bundle, index) => ({ bundle, mark: this.marks[index] }))
      .filter(
        (one): one is { bundle: unknown; mark: Mark } =>
          one.mark !== undefined && this.isNew(one.mark),
      )
      .sort((left, right) => compare(left.mark, right.mark))
      .slice(0, limit);
    const last = taken.at(-1)?.mark;
    return {
      bundles: taken.map(({ bundle }) => bundle),
      state: last
        ? {
            ...(last.date !== undefined && {
              lastDate: new Date(last.date).toISOString(),
            }),
            lastId: last.id,
          }
        : this.state,
    };
  }

  private isNew(mark: Mark): boolean {
    const { lastDate, lastId } = this.state;
    if (mark.date !== undefined) {
      const last = Date.parse(lastDate ?? new Date(0).toISOString());
      if (mark.date !== last) return mark.date > last;
    }
    return lastId === undefined
      ? mark.date === undefined || lastDate === undefined
      : compareIds(mark.id, lastId) > 0;
  }
}

function compare(left: Mark, right: Mark): number {
  return (left.date ?? 0) - (right.date ?? 0) || compareIds(left.id, right.id);
}

function compareIds(left: string | number, right: string | number): number {
  const numbers = [Number(left), Number(right)] as const;
  if (numbers.every(Number.isFinite)) return numbers[0] - numbers[1];
  return String(left) < String(right) ? -1 : Number(left !== right);
}

function idOf(value: unknown): string | number {
  if (typeof value === "string" || typeof value === "number") return value;
  throw new MakeError(
    "DataError",
    `"trigger.id" of an item comes out as ${String(value)}.`,
  );
}

function dateOf(value: unknown): number {
  const date = value instanceof Date ? value : new Date(value as string);
  const time = date.getTime();
  if (value !== undefined && value !== null && !Number.isNaN(time)) return time;
  throw new MakeError(
    "DataError",
    `"trigger.date" of an item comes out as ${String(value)}, which is no date.`,
  );
}
