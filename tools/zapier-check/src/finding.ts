import type { Baseline } from "./compatibility/baseline";
import type { Definition } from "./app/definition";
import type { Listing } from "./listing/listing";
import type { LiveRuns } from "./live/liveRuns";

/**
 * As Zapier's own checks: an error keeps a version from being uploaded, a publishing task from being promoted or
 * published, a warning from nothing. The reference does not say which check is which, so its words decide: what cannot
 * work is an error, what "should try to" is a warning.
 */
export type Severity = "error" | "publishing task" | "warning";

/** What is wrong in an app, where, and what to change. */
export interface Finding {
  /** Zapier's number, or a name where Zapier has the rule without one. */
  rule: string;
  severity: Severity;
  /** The operation and the field, such as `creates.create_invoice.inputFields.due_date`. */
  path: string;
  message: string;
}

/** A finding of a rule, before the rule is named. */
export type Breach = Pick<Finding, "path" | "message">;

/** What the rules read. */
export interface ReviewedApp {
  definition: Definition;
  listing: Listing;
  /** What users had before; without one nothing is compared. */
  baseline?: Baseline;
  /** What the operations handed out when they were run. */
  live: LiveRuns;
}

/** One thing that must hold in every app. */
export interface Rule {
  id: string;
  what: string;
  severity: Severity;
  find(app: ReviewedApp): Iterable<Breach>;
}
