import type { LocalComponent, LocalSection } from "../local/component";

/** One thing to do on Make, or to note in the id mapping. */
export type Step =
  | { do: "createApp"; label: string }
  | { do: "link"; component: LocalComponent; remote: string }
  | { do: "create"; component: LocalComponent }
  | UploadStep
  | { do: "patch"; component: LocalComponent; changed: string[] };

export interface UploadStep {
  do: "upload";
  /** The component whose section it is; the app's own sections have none. */
  component?: LocalComponent;
  section: LocalSection;
}

/** What a deployment does, and what it leaves to a person. */
export interface Plan {
  steps: Step[];
  /** On Make but not in the tree, or in the tree but not deployed. */
  leftAlone: string[];
  /** What must be asked of Make or done by hand. */
  notes: string[];
}
