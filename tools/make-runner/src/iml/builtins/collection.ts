import { isEmpty, toList, toText } from "../convert";
import { isCollection, readPath } from "../readKey";
import type { Builtin } from "./builtin";

export const collectionFunctions: Record<string, Builtin> = {
  keys: ([value]) =>
    Array.isArray(value)
      ? value.map((_, index) => String(index + 1)) // Inferred: 1-based like any index.
      : isCollection(value)
        ? Object.keys(value)
        : [],
  toArray: ([value]) =>
    isCollection(value)
      ? Object.entries(value).map(([key, held]) => ({ key, value: held }))
      : toList(value),
  // Inferred: an element without a key is left out, and the last of equal keys wins.
  toCollection: ([list, keyField, valueField]) =>
    Object.fromEntries(
      toList(list)
        .map((element): [unknown, unknown] => [
          readPath(element, keyField),
          readPath(element, valueField),
        ])
        .filter(([key]) => !isEmpty(key))
        .map(([key, value]) => [toText(key), value]),
    ),
};
