import { below, isObject, listOf, type JsonObject } from "../read/json";
import { parametersOf } from "../read/parameters";

/** A parameter that holds a value of its own, by its path below `parameters`. */
export interface Leaf {
  keys: string[];
  pointer: string;
}

/** The parameters of a form; of a collection its fields, of a list only the list. */
export function* leavesOf(
  list: unknown,
  pointer = "",
  around: string[] = [],
): Generator<Leaf> {
  for (const parameter of parametersOf(list, pointer)) {
    const { declared, name, type, inside, pointer: at } = parameter;
    if (inside || !name || type === "banner") continue;
    const keys = [...around, name];
    const fields = fieldsOf(declared);
    if (fields) yield* leavesOf(fields, below(at, "spec"), keys);
    else yield { keys, pointer: at };
  }
}

/** Whether a form declares a path; behind a list or an unknown structure anything goes. */
export function isDeclared(list: unknown, keys: string[]): boolean {
  const [name, ...others] = keys;
  return [...parametersOf(list)]
    .filter((parameter) => !parameter.inside && parameter.name === name)
    .some(({ declared }) => {
      const fields = fieldsOf(declared);
      return !fields || others.length === 0 || isDeclared(fields, others);
    });
}

/** The fields of a collection, where they are written out and no RPC adds to them. */
function fieldsOf({ type, spec }: JsonObject): unknown[] | undefined {
  if (type !== "collection") return undefined;
  const fields = isObject(spec) ? [spec] : listOf(spec);
  return fields.length > 0 && fields.every(isObject) ? fields : undefined;
}
