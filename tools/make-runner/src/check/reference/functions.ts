import { builtinNames } from "../../iml/iml";
import type { MakeTree } from "../../tree/tree";
import type { Rule } from "../finding";
import { calledIn } from "../function/source";
import { inManifest } from "../manifest/componentMaps";
import { namedIn, type Named } from "../read/expressions";
import { place } from "../read/json";
import { sectionsOf, type OwnedSection } from "../read/sections";

const builtins = new Set<string>(builtinNames);

/** Expressions call functions that exist, and every function is called. */
export const functionReferenceRules: Rule[] = [
  {
    id: "function-exists",
    what: "expressions call functions of Make or of the app",
    severity: "error",
    *find(tree) {
      for (const { section, named } of calling(tree))
        for (const name of named.functions)
          if (!builtins.has(name) && !tree.functions.has(name))
            yield {
              path: place(section.path, named.pointer),
              message: `Add the function ${name} or correct the name: Make has none of that name.`,
            };
    },
  },
  {
    id: "function-unused",
    what: "every function is called",
    severity: "warning",
    *find(tree) {
      const called = new Set([
        ...[...calling(tree)].flatMap(({ named }) => named.functions),
        ...[...tree.functions].flatMap(([id, { code }]) =>
          calledIn(code.text).filter((name) => name !== id),
        ),
      ]);
      for (const id of tree.functions.keys())
        if (!called.has(id))
          yield {
            path: inManifest("components", "function", id),
            message: `Call ${id} somewhere, or remove the function.`,
          };
    },
  },
];

function* calling(
  tree: MakeTree,
): Generator<{ section: OwnedSection["section"]; named: Named }> {
  for (const { code, section } of sectionsOf(tree))
    if (code !== "samples")
      for (const named of namedIn(section.value)) yield { section, named };
}
