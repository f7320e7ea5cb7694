import type { ForeignEvent } from "./foreignApps";

/** A Zap to set up. Its steps are numbered from 1, as in the editor, filters included. */
export interface Template {
  /** Names its page. */
  id: string;
  title: string;
  /** Who needs it and what it saves, in a sentence or two. */
  description: string;
  steps: readonly Step[];
  /** The scenario that does the same on Make. */
  blueprint?: string;
}

export type Step = OwnStep | ForeignStep | FilterStep;

/** A step of this integration. */
export interface OwnStep {
  kind: "trigger" | "search" | "action";
  key: string;
  /** By key, those of line items by their own. Fields that are left out keep what the editor presets. */
  fields: Fields;
  note?: string;
}

/** A step of another app: the Zap's trigger where it comes first. */
export interface ForeignStep {
  kind: "foreign";
  event: ForeignEvent;
  fields: Fields;
  note?: string;
}

/** Filter by Zapier: the Zap goes on only where every condition holds. */
export interface FilterStep {
  kind: "filter";
  conditions: readonly Condition[];
  note?: string;
}

export interface Condition {
  /** The earlier step whose output is looked at. */
  step: number;
  field: string;
  rule: Rule;
  value?: string;
}

export type Rule = "exists" | "isTrue" | "isFalse" | "contains" | "greaterThan";

/** A text in which `{{<step>__<field>}}` stands for what an earlier step gave; or the person's own choice. */
export type Value = string | Choice;

export interface Choice {
  /** What to choose, as the end of "You choose". */
  choose: string;
}

export type Fields = Readonly<Record<string, Value>>;

export const choose = (what: string): Choice => ({ choose: what });
