import { isEmpty, toList, toNumber, toText } from "../convert";
import { isSame } from "../operate";
import { isCollection, readPath } from "../readKey";
import type { Builtin } from "./builtin";
import { sorted } from "./sort";

export const listFunctions: Record<string, Builtin> = {
  add: ([list, ...values]) => [...toList(list), ...values],
  deduplicate: ([list]) => distinct(toList(list), undefined),
  distinct: ([list, path]) => distinct(toList(list), path),
  // Inferred: of a text it is the first letter.
  first: ([list]) => (typeof list === "string" ? list[0] : toList(list)[0]),
  flatten: ([list, depth]) =>
    toList(list).flat(isEmpty(depth) ? 1 : toNumber(depth)),
  join: ([list, separator]) =>
    toList(list)
      .map(toText)
      .join(isEmpty(separator) ? "" : toText(separator)),
  last: ([list]) =>
    typeof list === "string" ? list.at(-1) : toList(list).at(-1),
  map: ([list, ...rest]) => mapped(toList(list), rest),
  merge: (args) => merge(args),
  remove: ([list, ...values]) =>
    toList(list).filter((held) => !values.some((v) => isSame(held, v))),
  reverse: ([list]) => toList(list).toReversed(),
  shuffle: ([list]) =>
    toList(list)
      .map((value) => ({ value, place: Math.random() }))
      .toSorted((a, b) => a.place - b.place)
      .map(({ value }) => value),
  slice: ([list, start, end]) =>
    toList(list).slice(
      isEmpty(start) ? 0 : toNumber(start),
      isEmpty(end) ? undefined : toNumber(end),
    ),
  sort: ([list, order, path]) => sorted(toList(list), order, path),
};

/** Of equal elements the first stays; collections are equal when their JSON is (inferred). */
function distinct(list: unknown[], path: unknown): unknown[] {
  const seen = new Set<unknown>();
  return list.filter((element) => {
    const value = isEmpty(path) ? element : readPath(element, path);
    const id =
      typeof value === "object" && value !== null
        ? `json ${JSON.stringify(value)}`
        : value;
    return !seen.has(id) && seen.add(id);
  });
}

/**
 * map(list, key, [filter key], [filter values]): the wanted values are a list, or a text with commas.
 * Inferred: values that are undefined are left out.
 */
function mapped(
  list: unknown[],
  [key, filterKey, filterValues]: unknown[],
): unknown[] {
  const wanted = new Set(
    (Array.isArray(filterValues)
      ? filterValues
      : toText(filterValues).split(",")
    ).map((value) => toText(value).trim()),
  );
  return list
    .filter(
      (element) =>
        isEmpty(filterKey) || wanted.has(toText(readPath(element, filterKey))),
    )
    .map((element) => readPath(element, key))
    .filter((value) => value !== undefined);
}

/** Lists one after the other. Inferred: collections merge into one, the later key wins. */
function merge(args: unknown[]): unknown {
  const given = args.filter((value) => !isEmpty(value));
  if (given.length > 0 && given.every(isCollection)) {
    // Not assigned: a key `__proto__` would become the prototype.
    return Object.fromEntries(given.flatMap((one) => Object.entries(one)));
  }
  return given.flatMap(toList);
}
