import { isEmpty, toText } from "../convert";
import type { Builtin } from "./builtin";

export const jsonFunctions: Record<string, Builtin> = {
  createJSON: ([value]) => JSON.stringify(value),
  // Inferred: nothing to parse is nothing, and a text that is no JSON is an error.
  parseJSON: ([value]) =>
    isEmpty(value) ? undefined : (JSON.parse(toText(value)) as unknown),
};
