import type { MakeTree, ModuleCode, ModuleType } from "../../tree/tree";
import type { Breach, Rule } from "../finding";
import { below, isObject, listOf, place, type JsonObject } from "../read/json";

/** How many bundles a user asks for. */
export const limitRules: Rule[] = [
  {
    id: "search-limit",
    what: "a search asks for a limit: uinteger, default 10, labelled Limit, not required, not advanced",
    severity: "error",
    find: (tree) =>
      misshapen(tree, "search", "mappableParams", {
        type: "uinteger",
        default: 10,
        label: "Limit",
        required: undefined,
        advanced: undefined,
      }),
  },
  {
    id: "trigger-limit",
    what: "a trigger asks for a limit: uinteger, labelled Limit, required",
    severity: "error",
    find: (tree) =>
      misshapen(tree, "trigger", "staticParams", {
        type: "uinteger",
        label: "Limit",
        required: true,
      }),
  },
];

/** @param shape the keys that count; undefined stands for absent or false */
function* misshapen(
  tree: MakeTree,
  type: ModuleType,
  code: ModuleCode,
  shape: JsonObject,
): Generator<Breach> {
  for (const [id, module] of tree.modules) {
    if (module.metadata.moduleType !== type) continue;
    const section = module.code[code];
    const list = listOf(section?.value);
    const index = list.findIndex(
      (item) => isObject(item) && item.name === "limit",
    );
    const limit = list[index];
    if (!isObject(limit)) {
      yield {
        path:
          section?.path ?? module.code.communication?.path ?? "makecomapp.json",
        message: `Add the parameter limit to the ${type} ${id}.`,
      };
      continue;
    }
    for (const [key, value] of Object.entries(shape))
      if ((limit[key] || undefined) !== value)
        yield {
          path: place(section?.path ?? "", below("", index)),
          message:
            value === undefined
              ? `Remove ${key} from limit of ${id}.`
              : `Set ${key} of limit of ${id} to ${JSON.stringify(value)}.`,
        };
  }
}
