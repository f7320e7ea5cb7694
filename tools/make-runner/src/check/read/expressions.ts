import { ImlError, referencesOf } from "../../iml/iml";
import { textsOf } from "./json";

/** What one text names in its expressions. */
export interface Named {
  pointer: string;
  variables: string[];
  functions: string[];
}

/** What every text of a JSON value names; a text that is no IML names nothing. */
export function* namedIn(value: unknown, pointer = ""): Generator<Named> {
  for (const { pointer: at, text } of textsOf(value, pointer)) {
    if (!text.includes("{{")) continue;
    try {
      yield { pointer: at, ...referencesOf(text, "app") };
    } catch (error) {
      if (!(error instanceof ImlError)) throw error;
    }
  }
}

/** The variables that a JSON value names, each once. */
export const variablesIn = (value: unknown): Set<string> =>
  new Set([...namedIn(value)].flatMap(({ variables }) => variables));

/** Splits a path as it is written into its keys, without indices and backticks. */
export const keysOf = (variable: string): string[] =>
  [...variable.matchAll(/`([^`]*)`|\[[^\]]*\]|([^.[\]`]+)/g)]
    .map(([, quoted, plain]) => quoted ?? plain)
    .filter((key) => key !== undefined);
