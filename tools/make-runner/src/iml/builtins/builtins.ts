import type { Builtin, Surroundings } from "./builtin";
import { collectionFunctions } from "./collection";
import { cryptoFunctions } from "./crypto";
import { dateFunctions } from "./date";
import { encodingFunctions } from "./encoding";
import { generalFunctions } from "./general";
import { jsonFunctions } from "./json";
import { listFunctions } from "./list";
import { mathFunctions } from "./math";
import { stringFunctions } from "./string";

/** Every function of IML by its name. */
export const builtins: ReadonlyMap<string, Builtin> = new Map(
  Object.entries({
    ...generalFunctions,
    ...stringFunctions,
    ...encodingFunctions,
    ...cryptoFunctions,
    ...listFunctions,
    ...collectionFunctions,
    ...dateFunctions,
    ...mathFunctions,
    ...jsonFunctions,
  }),
);

/** The names of the built-in functions. */
export const builtinNames: readonly string[] = [...builtins.keys()];

/** The built-ins as JavaScript calls them: `iml.formatDate(date, "YYYY")`. */
export function builtinsFor(
  around: Surroundings,
): Record<string, (...args: unknown[]) => unknown> {
  return Object.fromEntries(
    [...builtins].map(([name, builtin]) => [
      name,
      (...args: unknown[]) => builtin(args, around),
    ]),
  );
}
