import { fileURLToPath } from "node:url";
import {
  bundleFunction,
  bundleModule,
  MOST_CHARACTERS,
} from "./bundleFunction";
import { CUTS, sharedFile } from "./cuts";
import { ENTRIES } from "./functions";

/** Every IML function of the app: name -> code. */
export type ImlFunctions = ReadonlyMap<string, string>;

/**
 * Builds the IML functions from the very modules that the Zapier app uses.
 * @throws Error when one is longer than Make takes
 */
export async function buildFunctions(): Promise<ImlFunctions> {
  const built = await Promise.all([
    ...Object.entries(ENTRIES).map(
      async ([name, file]) =>
        [name, await bundleFunction(name, entryFile(file))] as const,
    ),
    ...Object.entries(CUTS).map(
      async ([module, name]) =>
        [name, await bundleModule(name, sharedFile(module))] as const,
    ),
  ]);
  for (const [name, code] of built) {
    if (code.length > MOST_CHARACTERS)
      throw new Error(
        `The IML function ${name} has ${code.length} characters; Make takes ${MOST_CHARACTERS}. Make a function of its own of a shared module that it uses (make-app/src/build/cuts.ts).`,
      );
  }
  const names = new Set(built.map(([name]) => name));
  if (names.size < built.length)
    throw new Error(
      "Two IML functions have one name: a cut (cuts.ts) and an entry (functions.ts).",
    );
  return new Map(built);
}

/** The source of an entry function. */
export function entryFile(file: string): string {
  return fileURLToPath(new URL(`../functions/${file}.ts`, import.meta.url));
}
