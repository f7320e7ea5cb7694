export { builtinNames, builtinsFor } from "./builtins/builtins";
export { evaluate, evaluateText } from "./evaluate";
export { ImlError } from "./ImlError";
export { parseTemplate } from "./parseTemplate";
export { referencesOf, type References } from "./referencesOf";
export type { Dialect, Scope } from "./scope";
export type { Template } from "./syntax";
