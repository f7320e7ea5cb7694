import { below, isObject, type JsonObject } from "../read/json";
import { fits } from "./types";

interface Mismatch {
  pointer: string;
  message: string;
}

/** Where a sample and an interface disagree; null in a sample fits any type. */
export function* mismatches(
  sample: JsonObject,
  declared: unknown[],
  pointer = "",
): Generator<Mismatch> {
  // An RPC adds fields that the tree does not show.
  const isOpen = declared.some((field) => typeof field === "string");
  for (const [key, value] of Object.entries(sample)) {
    const at = below(pointer, key);
    const field = declared.find(
      (candidate): candidate is JsonObject =>
        isObject(candidate) && candidate.name === key,
    );
    if (field) yield* mismatchesOfField(value, field, at);
    else if (!isOpen)
      yield {
        pointer: at,
        message: `Add ${key} to the interface or remove it from the samples.`,
      };
  }
}

function* mismatchesOfField(
  value: unknown,
  field: JsonObject,
  pointer: string,
): Generator<Mismatch> {
  if (value === null) return;
  if (!fits(value, field)) {
    yield {
      pointer,
      message: `Change the sample to the type ${String(field.type)} of the interface, or correct the type.`,
    };
    return;
  }
  const { spec } = field;
  if (Array.isArray(value) && spec)
    for (const [index, item] of value.entries())
      yield* Array.isArray(spec)
        ? mismatchesOfField(
            item,
            { type: "collection", spec },
            below(pointer, index),
          )
        : mismatchesOfField(item, spec as JsonObject, below(pointer, index));
  else if (isObject(value) && Array.isArray(spec))
    yield* mismatches(value, spec, pointer);
}
