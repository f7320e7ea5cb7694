import { evaluateIn, type Engine, type Variables } from "../engine";
import { limits } from "../limits";
import type { Watch } from "./communicate";
import type { MergedRequest } from "./inherit";

/** What the pages of one request gave so far. */
export interface Collected {
  items: unknown[];
  /** Whether the request gives records at all, be they none. */
  hasItems: boolean;
  /** Of a request that neither iterates nor pages. */
  output: unknown;
}

export interface Page {
  /** The scope of the answer, with what iterating adds. */
  variables: Variables;
  limit: number;
  /** An iterated page without items. */
  isEmpty: boolean;
}

/** Takes the records of one answer into what is collected. */
export function readPage(
  engine: Engine,
  { response = {}, pagination }: MergedRequest,
  scope: Variables,
  collected: Collected,
  watch: Watch | undefined,
): Page {
  const limit = limitOf(evaluateIn(engine, response.limit, scope));
  const { iterate, output } = response;
  if (iterate === undefined) {
    const value =
      output === undefined ? scope["body"] : evaluateIn(engine, output, scope);
    collected.output = value;
    if (pagination) {
      collected.hasItems = true;
      collected.items.push(...(Array.isArray(value) ? value : [value]));
      cut(collected, limit);
    }
    return { variables: scope, limit, isEmpty: false };
  }
  const asked = typeof iterate === "string" ? { container: iterate } : iterate;
  const container = listOf(evaluateIn(engine, asked.container, scope));
  collected.hasItems = true;
  for (const item of container) {
    const variables = { ...scope, item };
    if (
      "condition" in asked &&
      asked.condition !== undefined &&
      !evaluateIn(engine, asked.condition, variables)
    )
      continue;
    if (collected.items.length >= limits.records) break;
    if (!watch && collected.items.length >= limit) break;
    collected.items.push(
      output === undefined ? item : evaluateIn(engine, output, variables),
    );
    watch?.see(variables);
  }
  const ends = { first: container[0], last: container.at(-1) };
  return {
    variables: { ...scope, iterate: { container: ends } },
    limit,
    isEmpty: container.length === 0,
  };
}

/** Whether further pages would add nothing. */
export function isFull(
  { items }: Collected,
  limit: number,
  watch: Watch | undefined,
): boolean {
  return watch ? watch.isDone(limit) : items.length >= limit;
}

function cut({ items }: Collected, limit: number): void {
  const most = Math.min(limit, limits.records);
  if (items.length > most) items.length = most;
}

function limitOf(value: unknown): number {
  if (value === undefined || value === null || value === "") return Infinity;
  const limit = Number(value);
  return Number.isFinite(limit) && limit >= 0 ? limit : Infinity;
}

function listOf(value: unknown): unknown[] {
  if (value === undefined || value === null || value === "") return [];
  return Array.isArray(value) ? value : [value];
}
