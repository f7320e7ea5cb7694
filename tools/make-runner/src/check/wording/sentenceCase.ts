import type { MakeTree } from "../../tree/tree";

/**
 * The words that are capital wherever they stand: those of the labels of connections,
 * which name the services, such as "Xero" of "Xero (OAuth)".
 */
export const namesIn = ({ connections }: MakeTree): Set<string> =>
  new Set(
    [...connections.values()].flatMap(({ metadata }) =>
      wordsOf(metadata.label ?? ""),
    ),
  );

/** The words of a label that are capital and should not be, or the first one if it is small. */
export function wronglyCased(label: string, names: Set<string>): string[] {
  const [first, ...others] = wordsOf(label);
  if (first === undefined) return [];
  return [
    ...(/^\p{Ll}+$/u.test(first) ? [first] : []),
    ...others.filter(
      (word) => /^\p{Lu}\p{Ll}+$/u.test(word) && !names.has(word),
    ),
  ];
}

const wordsOf = (text: string): string[] => text.match(/[\p{L}\d]+/gu) ?? [];
