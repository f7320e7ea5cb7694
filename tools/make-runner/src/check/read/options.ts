import { below, isObject, listOf, type JsonObject } from "./json";

/** One choice of a select, and where it stands below the parameter's `options`. */
export interface Option {
  declared: JsonObject;
  pointer: string;
}

/** The choices that are written out, in groups or not; none where an RPC gives them. */
export function* optionsOf(
  options: unknown,
  pointer: string,
): Generator<Option> {
  const store = isObject(options) ? options.store : options;
  const at = isObject(options) ? below(pointer, "store") : pointer;
  for (const [index, item] of listOf(store).entries()) {
    if (!isObject(item)) continue;
    const itemAt = below(at, index);
    if ("options" in item)
      yield* optionsOf(item.options, below(itemAt, "options"));
    else yield { declared: item, pointer: itemAt };
  }
}

/** Whether an RPC gives the choices. */
export function isRpcSelect(declared: JsonObject): boolean {
  const { options } = declared;
  const store = isObject(options) ? options.store : options;
  return typeof store === "string" && store.startsWith("rpc://");
}
