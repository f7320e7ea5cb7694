/**
 * Runs a communication: one request or several in a row.
 *
 * Inferred, because Make documents no answer:
 * - `response.temp` is evaluated after `valid` and `error`, and before `iterate`; `temp` runs once, not for further pages.
 * - A `valid` of the app replaces the check of the status; one inherited from the base is not
 *   asked where nothing was sent.
 * - A step without url may stand among others; its body is undefined.
 * - A request that is skipped leaves the output alone, unless its condition has a `default`.
 * - `iterate` over a single value takes it as a list of one; an empty list is known by its
 *   container, before the condition.
 * - Without `iterate`, paging goes on until its condition fails, and each page gives one output.
 * - `limit` cuts within a page; one that is no number is none.
 * - `wrapper` is evaluated once, after the last page, in the scope of the last answer.
 * - Paging stops at 50 further requests and 3,200 records without an error; the 101st request of a run is an error.
 * - A pagination url that comes out empty ends the paging.
 * - `mergeWithParent: false` still inherits from the base.
 * - Every call of a `repeat` is judged; its delay is in milliseconds.
 */
import { evaluateIn, type Engine, type Variables } from "../engine";
import { limits } from "../limits";
import type { RequestDirectives } from "./directives";
import { exchange, type RunContext } from "./exchange";
import { inherit, inheritPage, type MergedRequest } from "./inherit";
import { judge } from "./judge";
import { isFull, readPage, type Collected } from "./readPage";

export interface Outcome {
  output: unknown;
  /** The records, where the last request iterated or paged. */
  items: unknown[] | undefined;
  /** All variables as the last answer left them. */
  variables: Variables;
  /** Which of Make's limits ended the paging, if one did. */
  stoppedBy?: "pages" | "records";
}

/** What a trigger adds: it marks its items, and knows when it has seen enough of them. */
export interface Watch {
  see: (variables: Variables) => void;
  isDone: (limit: number) => boolean;
}

/** @throws MakeError */
export async function communicate(
  engine: Engine,
  base: RequestDirectives,
  communication: unknown,
  context: RunContext,
  watch?: Watch,
): Promise<Outcome> {
  const steps = (
    Array.isArray(communication) ? communication : [communication]
  ) as RequestDirectives[];
  let last: Outcome = {
    output: undefined,
    items: undefined,
    variables: context.variables,
  };
  for (const step of steps) {
    last =
      (await runStep(engine, base, inherit(base, step), context, watch)) ??
      last;
  }
  return last;
}

/** One request with its pages; undefined where its condition skips it. */
async function runStep(
  engine: Engine,
  base: RequestDirectives,
  request: MergedRequest,
  context: RunContext,
  watch: Watch | undefined,
): Promise<Outcome | undefined> {
  const variables = { ...context.variables, temp: context.temp };
  Object.assign(context.temp, evaluateIn(engine, request.temp, variables));
  const skipped = skip(engine, request.condition, variables);
  if (skipped) return skipped.outcome && { ...skipped.outcome, variables };

  const collected: Collected = {
    items: [],
    hasItems: false,
    output: undefined,
  };
  let scope: Variables = variables;
  let stoppedBy: Outcome["stoppedBy"];
  let page = request;
  for (let number = 1; ; number++) {
    scope = await ask(engine, page, context, scope);
    const read = readPage(engine, request, scope, collected, watch);
    scope = { ...read.variables, pagination: { page: number + 1 } };
    if (request.url === undefined || !request.pagination) break;
    if (read.isEmpty || isFull(collected, read.limit, watch)) break;
    if (collected.items.length >= limits.records) stoppedBy = "records";
    else if (number > limits.paginationRequests) stoppedBy = "pages";
    if (!hasNext(engine, request, scope)) stoppedBy = undefined;
    else if (!stoppedBy) {
      page = inheritPage(base, request, request.pagination);
      continue;
    }
    break;
  }
  return { ...finish(engine, request, scope, collected), stoppedBy };
}

/** Sends and judges, again as often as `repeat` says. */
async function ask(
  engine: Engine,
  request: MergedRequest,
  context: RunContext,
  before: Variables,
): Promise<Variables> {
  const { repeat, response = {} } = request;
  const sends = request.url !== undefined;
  for (let repeats = 0; ; repeats++) {
    const answer = sends
      ? await exchange(engine, request, context, before)
      : undefined;
    const scope = { ...before, ...answer };
    const valid = sends || request.ownValid ? response.valid : undefined;
    judge(
      { valid, error: response.error },
      answer?.["statusCode"] as number | undefined,
      (value) => evaluateIn(engine, value, scope),
    );
    Object.assign(context.temp, evaluateIn(engine, response.temp, scope));
    const { temp } = context;
    const again =
      sends &&
      repeat &&
      repeats < (repeat.limit ?? Infinity) &&
      evaluateIn(engine, repeat.condition, { temp });
    if (!again) return scope;
    await engine.sleep(repeat.delay ?? 0);
  }
}

function skip(
  engine: Engine,
  condition: unknown,
  variables: Variables,
): { outcome?: Omit<Outcome, "variables"> } | undefined {
  if (condition === undefined) return undefined;
  const isObject = typeof condition === "object" && condition !== null;
  const asked = isObject
    ? (condition as { condition?: unknown; default?: unknown })
    : { condition };
  if (evaluateIn(engine, asked.condition, variables)) return undefined;
  if (asked.default === undefined) return {};
  const output = evaluateIn(engine, asked.default, variables);
  return { outcome: { output, items: undefined } };
}

function hasNext(
  engine: Engine,
  { pagination }: MergedRequest,
  scope: Variables,
): boolean {
  const { condition, url } = pagination ?? {};
  if (condition !== undefined && !evaluateIn(engine, condition, scope))
    return false;
  return url === undefined || Boolean(evaluateIn(engine, url, scope));
}

function finish(
  engine: Engine,
  { response }: MergedRequest,
  variables: Variables,
  { items, hasItems, output }: Collected,
): Outcome {
  const plain = hasItems ? items : output;
  if (response?.wrapper === undefined)
    return { output: plain, items: hasItems ? items : undefined, variables };
  const wrapped = evaluateIn(engine, response.wrapper, {
    ...variables,
    output: plain,
  });
  return {
    output: wrapped,
    items: hasItems && Array.isArray(wrapped) ? wrapped : undefined,
    variables,
  };
}
