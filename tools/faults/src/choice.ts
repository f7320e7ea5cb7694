import type { FlowName } from "./flow";
import type { Case } from "./matrix";

/** Which cases are run: all, every n-th of each flow, one flow's, or one. */
export interface Choice {
  every?: number;
  /** The id of a case or `zapier/find_deal`. */
  only?: string;
  /** A pattern of ids. */
  like?: string;
}

/** The quick slice: prime, so that effects and returns all come up. */
export const QUICK = 13;

export function chosen(
  cases: readonly Case[],
  { every = 1, only, like = "" }: Choice,
): Case[] {
  // Flows of few calls would else all be broken in the same way.
  const offset = cases[0]?.id.length ?? 0;
  const found = cases.filter(({ id }, index) =>
    only
      ? id === only || id.startsWith(`${only}/`)
      : (index + offset) % every === 0 && new RegExp(like).test(id),
  );
  if (only && found.length === 0) throw new Error(`There is no case ${only}.`);
  return found;
}

/** Whether a flow has cases of the choice. */
export function isAsked(
  { platform, key }: FlowName,
  { only }: Choice,
): boolean {
  const flow = `${platform}/${key}`;
  return !only || only === flow || only.startsWith(`${flow}/`);
}
