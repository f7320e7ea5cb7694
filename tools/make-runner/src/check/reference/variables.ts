import { ImlError, referencesOf } from "../../iml/iml";
import type { MakeTree, Section } from "../../tree/tree";
import type { Breach, Rule } from "../finding";
import { keysOf, namedIn } from "../read/expressions";
import { place, textsOf } from "../read/json";
import { requestsOf } from "../read/requests";
import { parameterCodes, sectionsOf } from "../read/sections";
import { rootsOf, rootsOfForms } from "./roots";

/** Expressions can be read, and name what Make knows where they stand. */
export const variableRules: Rule[] = [
  {
    id: "iml-syntax",
    what: "every expression can be read",
    severity: "error",
    *find(tree) {
      for (const { code, section } of sectionsOf(tree)) {
        if (code === "samples") continue;
        for (const { pointer, text } of textsOf(section.value)) {
          const problem = problemOf(text);
          if (problem)
            yield {
              path: place(section.path, pointer),
              message: `Correct the expression. ${problem}`,
            };
        }
      }
    },
  },
  {
    id: "variable-roots",
    what: "variables begin with what Make knows at that place",
    severity: "error",
    *find(tree) {
      for (const request of requestsOf(tree)) {
        const { section, body, pointer } = request;
        for (const [key, value] of Object.entries(body))
          yield* unknown(section, value, `${pointer}/${key}`, (at) =>
            rootsOf(request, typeOf(tree, request), at.slice(pointer.length)),
          );
      }
      for (const { code, section } of sectionsOf(tree))
        if (parameterCodes.has(code))
          yield* unknown(section, section.value, "", () => rootsOfForms);
    },
  },
];

function* unknown(
  section: Section,
  value: unknown,
  pointer: string,
  roots: (pointer: string) => ReadonlySet<string>,
): Generator<Breach> {
  for (const { pointer: at, variables } of namedIn(value, pointer)) {
    const known = roots(at);
    for (const variable of variables) {
      const [root = ""] = keysOf(variable);
      if (!known.has(root))
        yield {
          path: place(section.path, at),
          message: `Replace ${variable}: here Make knows ${[...known].join(", ")}.`,
        };
    }
  }
}

const typeOf = (
  tree: MakeTree,
  { kind, owner }: { kind: string; owner: string },
) =>
  kind === "module" ? tree.modules.get(owner)?.metadata.moduleType : undefined;

function problemOf(text: string): string | undefined {
  if (!text.includes("{{") || text === "{{...}}") return undefined;
  try {
    referencesOf(text, "app");
    return undefined;
  } catch (error) {
    if (error instanceof ImlError) return `${error.message}.`;
    throw error;
  }
}
