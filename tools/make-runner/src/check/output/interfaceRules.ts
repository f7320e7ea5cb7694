import type { Rule } from "../finding";
import { isObject, objectOf } from "../read/json";
import { mismatches } from "./sample";

const withoutOutput = /^\{\{\s*undefined\s*\}\}$/;

/** What modules say about their output. */
export const interfaceRules: Rule[] = [
  {
    id: "interface-present",
    what: "a module has an interface, unless it is universal or gives nothing",
    severity: "error",
    *find({ modules }) {
      for (const [id, { metadata, code }] of modules) {
        const { moduleType } = metadata;
        if (moduleType === "universal" || moduleType === "responder") continue;
        const value = code.communication?.value;
        const last: unknown = Array.isArray(value) ? value.at(-1) : value;
        const { output } = objectOf(objectOf(last).response);
        const isNothing =
          typeof output === "string" && withoutOutput.test(output);
        const declared = code.interface?.value ?? [];
        if (!isNothing && Array.isArray(declared) && declared.length === 0)
          yield {
            path:
              code.interface?.path ??
              code.communication?.path ??
              "makecomapp.json",
            message: `List every field that ${id} gives in its interface.`,
          };
      }
    },
  },
  {
    id: "interface-samples",
    what: "every key of the samples is in the interface, with a value of its type",
    severity: "error",
    *find({ modules }) {
      for (const { code } of modules.values()) {
        const declared = code.interface?.value;
        const { samples } = code;
        if (!samples || !Array.isArray(declared) || !isObject(samples.value))
          continue;
        for (const { pointer, message } of mismatches(samples.value, declared))
          yield { path: `${samples.path}#${pointer}`, message };
      }
    },
  },
];
