import type { Rule } from "../finding";
import { isObject, listOf, place } from "../read/json";
import { isRpcSelect, optionsOf } from "../read/options";
import { formParametersOf } from "../read/parameters";
import { parameterCodes, sectionsOf } from "../read/sections";

/** How forms are put together. */
export const shapeRules: Rule[] = [
  {
    id: "parameter-order",
    what: "a form has required parameters first, then optional, then advanced ones",
    severity: "error",
    *find(tree) {
      for (const { code, section } of sectionsOf(tree)) {
        if (!parameterCodes.has(code)) continue;
        let before = 0;
        for (const [index, item] of listOf(section.value).entries()) {
          if (
            !isObject(item) ||
            item.type === "hidden" ||
            item.type === "banner"
          )
            continue;
          const rank = item.advanced ? 2 : item.required ? 0 : 1;
          if (rank < before)
            yield {
              path: place(section.path, `/${index}`),
              message: `Move ${String(item.name)} up: required parameters come first, then optional, then advanced ones.`,
            };
          before = Math.max(before, rank);
        }
      }
    },
  },
  {
    id: "parameter-advanced-required",
    what: "an advanced parameter is never required",
    severity: "error",
    *find(tree) {
      for (const { declared, name, at } of formParametersOf(tree))
        if (declared.advanced && declared.required)
          yield {
            path: at(),
            message: `Remove advanced or required from ${name}: a required field must not be hidden.`,
          };
    },
  },
  {
    id: "static-params-empty",
    what: "only triggers have static parameters",
    severity: "error",
    *find({ modules }) {
      for (const { metadata, code } of modules.values())
        if (
          !/trigger$/.test(metadata.moduleType) &&
          listOf(code.staticParams?.value).length > 0
        )
          yield {
            path: code.staticParams?.path ?? "",
            message:
              "Move these parameters to mappableParams: static ones are for triggers.",
          };
    },
  },
  {
    id: "select-value",
    what: "a choice of a select has a value other than null",
    severity: "error",
    *find(tree) {
      for (const { declared, owned, pointer } of formParametersOf(tree))
        for (const option of optionsOf(declared.options, `${pointer}/options`))
          if ((option.declared.value ?? null) === null)
            yield {
              path: place(owned.section.path, option.pointer),
              message: `Give the choice ${String(option.declared.label)} a value other than null, or remove it.`,
            };
    },
  },
  {
    id: "select-mode",
    what: "selects filled by an RPC can be mapped at once where a record is read or changed, not where one is made",
    severity: "warning",
    *find(tree) {
      for (const { declared, name, owned, at } of formParametersOf(tree)) {
        const metadata = tree.modules.get(owned.owner)?.metadata;
        if (owned.code !== "mappableParams" || !isRpcSelect(declared)) continue;
        const isEdit = declared.mode === "edit";
        if (metadata?.actionCrud === "create" && isEdit)
          yield {
            path: at("mode"),
            message: `Remove mode from ${name}: where a record is made, users choose from the list.`,
          };
        if (
          /^(read|update|delete)$/.test(metadata?.actionCrud ?? "") &&
          !isEdit
        )
          yield {
            path: at(),
            message: `Add "mode": "edit" to ${name}: where a record is read or changed, users map it.`,
          };
      }
    },
  },
];
