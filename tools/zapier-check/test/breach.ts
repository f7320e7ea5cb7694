import type { cleanApp } from "./cleanApp";

export type App = ReturnType<typeof cleanApp>;

/** One thing done wrong in the clean app, and where the rule has to find it. */
export interface PlantedBreach {
  rule: string;
  plant: (app: App) => void;
  /** The path of the finding. */
  at: string;
  /** A part of the message: the fix. */
  fix: string;
  /** A rule of the same fact from another side, which finds it too. */
  also?: string;
  /** Where the name of the rule does not say which case it is. */
  case?: string;
}
