import type { MakeTree } from "../tree/tree";

/** An error is refused or misbehaves at Make; a warning is worth a second look. */
export type Severity = "error" | "warning";

/** What is wrong in a tree, where, and what to change. */
export interface Finding {
  rule: string;
  severity: Severity;
  /** The file below the folder of the tree; behind `#`, the JSON pointer in it. */
  path: string;
  message: string;
}

export interface CheckOptions {
  /** The folder of Make's own schemas; without it they are not applied. */
  schemas?: string;
}

/** A finding of a rule, before the rule is named. */
export type Breach = Pick<Finding, "path" | "message">;

/** One thing that must hold in every tree. */
export interface Rule {
  id: string;
  what: string;
  severity: Severity;
  find(tree: MakeTree, options: CheckOptions): Iterable<Breach>;
}
