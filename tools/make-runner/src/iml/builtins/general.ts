import { isEmpty } from "../convert";
import { isSame } from "../operate";
import { isCollection, readPath } from "../readKey";
import type { Builtin } from "./builtin";

export const generalFunctions: Record<string, Builtin> = {
  get: ([from, path]) => readPath(from, path),
  if: ([condition, yes, no]) => (condition ? yes : no),
  ifempty: ([value, otherwise]) => (isEmpty(value) ? otherwise : value),
  equal: ([a, b]) => isSame(a, b),
  switch: switchOf,
  omit: ([from, ...keys]) => withKeys(from, (key) => !names(keys).has(key)),
  pick: ([from, ...keys]) => withKeys(from, (key) => names(keys).has(key)),
};

/** switch(value, match, result, ..., otherwise): the odd argument at the end is the default. */
function switchOf([value, ...cases]: unknown[]): unknown {
  for (let at = 0; at + 1 < cases.length; at += 2) {
    if (isSame(value, cases[at])) return cases[at + 1];
  }
  return cases.length % 2 ? cases.at(-1) : undefined;
}

/** Inferred: a list among the names stands for its elements. */
function names(keys: unknown[]): Set<string> {
  return new Set(keys.flat().map(String));
}

function withKeys(from: unknown, wanted: (key: string) => boolean): unknown {
  if (!isCollection(from)) return from;
  return Object.fromEntries(
    Object.entries(from).filter(([key]) => wanted(key)),
  );
}
