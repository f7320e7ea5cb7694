import type { ImlValue } from "./communication";

export type ParameterType =
  | "any"
  | "array"
  | "boolean"
  | "collection"
  | "date"
  | "integer"
  | "number"
  | "password"
  | "select"
  | "text"
  | "uinteger"
  | "url";

export interface Option {
  label: string;
  value: string;
}

/** An input of a module, a field of its interface, or a setting of a connection. */
export interface Parameter {
  name: string;
  type: ParameterType;
  label: string;
  help?: string;
  default?: ImlValue;
  required?: true;
  advanced?: true;
  multiline?: true;
  multiple?: true;
  editable?: true;
  /** A list that can be mapped instead of chosen from. */
  mode?: "edit";
  /** `date` without a time of day. */
  time?: false;
  options?:
    | readonly Option[]
    | `rpc://${string}`
    | { store: `rpc://${string}`; nested: readonly Parameter[] };
  /** The columns of an array of collections, or the fields of a collection. */
  spec?: readonly Parameter[];
  validate?: { min?: number; max?: number; pattern?: string };
}
