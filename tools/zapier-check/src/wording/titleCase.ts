/** Articles, conjunctions and short prepositions stay small inside a title. */
const SMALL = new Set(
  "a an the and or nor but to of in on at by for with".split(" "),
);

/** The label as a title; the label itself where it is one. */
export const titleCase = (label: string): string =>
  label
    .split(" ")
    .map((word, index) =>
      index > 0 && SMALL.has(word)
        ? word
        : word.replace(/^(\W*)(\p{Ll})/u, (_, before: string, first: string) =>
            before.concat(first.toUpperCase()),
          ),
    )
    .join(" ");
