/** The lists that a user can choose from; each app fills them from the live account. */
export type Dropdown =
  | "organisation"
  | "pipeline"
  | "stage"
  | "revenue_account"
  | "tax_rate"
  | "hubspot_tax_rate"
  | "branding_theme"
  | "tracking_option"
  | "currency"
  | "item"
  | "credit";

/** An input of an operation. Keys are snake_case and public: never renamed. */
export interface Field {
  key: string;
  label: string;
  /** At most three words, where a platform wants few and the label has more. */
  shortLabel?: string;
  type?: "string" | "number" | "integer" | "boolean" | "date";
  required?: true;
  /** Only where the label does not say it all. */
  help?: string;
  default?: string;
  choices?: readonly { value: string; label: string }[];
  dropdown?: Dropdown;
  /** Several values. */
  list?: true;
  /** Line items: one row for each set of these. */
  children?: readonly Field[];
}

/** A field of what an operation hands out. */
export interface OutputField {
  key: string;
  label: string;
  type?: "string" | "number" | "integer" | "boolean" | "datetime";
  children?: readonly OutputField[];
}

export interface Operation {
  key: string;
  noun: string;
  label: string;
  description: string;
  fields: readonly Field[];
  output: readonly OutputField[];
  sample: Record<string, unknown>;
}
