/** A Markdown link. */
export const linkPattern = /\[[^\][]+\]\([^()\s]+\)/;

/**
 * What is wrong with the links of a text: a bare address, or a link that Markdown would show as it is typed.
 * @returns the fix, or undefined where nothing is wrong
 */
export function linkProblem(text: string): string | undefined {
  const rest = text
    .replace(/`[^`]*`/g, "")
    .replace(new RegExp(linkPattern, "g"), "");
  const broken = /\[[^\]]*\]?\s*\([^)]*\)?/.exec(rest)?.[0];
  if (broken) return `Write ${broken} as [text](address).`;
  const bare = /\b[a-z]+:\/\/\S+/i.exec(rest)?.[0];
  if (bare) return `Make ${bare} a link, or put it between backticks.`;
  return undefined;
}
