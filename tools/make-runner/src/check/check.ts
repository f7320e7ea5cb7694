import type { MakeTree } from "../tree/tree";
import type { CheckOptions, Finding } from "./finding";
import { rules } from "./rules";

export type { CheckOptions, Finding, Severity } from "./finding";
export { rules } from "./rules";

/**
 * Holds a tree against every rule.
 * @returns what to change, in the order of the rules; nothing for a clean tree
 */
export function checkTree(
  tree: MakeTree,
  options: CheckOptions = {},
): Finding[] {
  return rules.flatMap(({ id, severity, find }) =>
    Array.from(find(tree, options), ({ path, message }) => ({
      rule: id,
      severity,
      path,
      message,
    })),
  );
}
