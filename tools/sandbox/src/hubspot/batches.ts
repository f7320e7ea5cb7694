import type { HubspotContext } from "./auth";
import { HubspotError } from "./errors";
import { formatInstant } from "./instants";
import type { ObjectType } from "./objectTypes";
import { required, text, type JsonObject } from "./requests";
import type { Portal } from "./types";

export interface BatchOutcome {
  results: object[];
  errors: object[];
}

/**
 * Checks every input before any is written. An input that carries an `objectWriteTraceId` fails alone;
 * without one it fails the whole batch.
 */
export function runBatch(
  inputs: JsonObject[],
  prepare: (input: JsonObject, claims: Map<string, string>) => () => object,
): BatchOutcome {
  const claims = new Map<string, string>();
  const errors: object[] = [];
  const commits: (() => object)[] = [];
  for (const input of inputs) {
    const traceId = text(input.objectWriteTraceId);
    try {
      const commit = prepare(input, claims);
      commits.push(() => ({
        ...commit(),
        ...(traceId && { objectWriteTraceId: traceId }),
      }));
    } catch (error) {
      if (!(error instanceof HubspotError) || !traceId) throw error;
      errors.push(traced(error, traceId));
    }
  }
  return { results: commits.map((commit) => commit()), errors };
}

function traced({ body }: HubspotError, traceId: string): object {
  return {
    status: "error",
    category: body.category,
    message: body.message,
    ...(body.errors !== undefined && { errors: body.errors }),
    context: { objectWriteTraceId: [traceId] },
  };
}

/** One error for all the ids that lead nowhere. */
export function notFoundError(
  type: ObjectType,
  inputs: JsonObject[],
): object[] {
  if (inputs.length === 0) return [];
  return [
    {
      status: "error",
      category: "OBJECT_NOT_FOUND",
      message: `Could not get some ${type.name.toUpperCase()} objects, they may be deleted or not exist. Check that ids are valid.`,
      context: { ids: inputs.map((input) => required(input, "id")) },
    },
  ];
}

/** 207 as soon as one input failed. */
export function batchAnswer(
  context: HubspotContext,
  portal: Portal,
  { results, errors }: BatchOutcome,
  success: 200 | 201,
): Response {
  const now = formatInstant(portal.clock.now());
  const failed = errors.length > 0;
  return context.json(
    {
      status: "COMPLETE",
      results,
      ...(failed && { numErrors: errors.length, errors }),
      startedAt: now,
      completedAt: now,
    },
    failed ? 207 : success,
  );
}
